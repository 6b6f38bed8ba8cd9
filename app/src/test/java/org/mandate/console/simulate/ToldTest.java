package org.mandate.console.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.console.simulate.Line.Part;
import org.mandate.oversight.Names;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each kind of change has its sentence, and one that has none is named all the same. */
class ToldTest {

    private static final Names NAMES = new Names(Map.of("u-1", "carol"));

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
            {'remove':{'roles':[{'name':'editor','permissions':['posts:publish']}]}} => Take the permission posts:publish from the role editor
            {'add':{'roles':[{'name':'editor','permissions':['posts:a','posts:b']}]}} => Add the permissions posts:a, posts:b to the role editor
            {'add':{'roles':[{'name':'editor','inherits':['user']}]}} => Let the role editor inherit from user
            {'remove':{'roles':[{'name':'editor','inherits':['user']}]}} => Let the role editor no longer inherit from user
            {'remove':{'roles':[{'name':'editor'}]}} => Delete the role editor
            {'put':{'roles':[{'name':'editor','permissions':['posts:a']}]}} => Let the role editor give exactly posts:a, and inherit from no other
            {'put':{'roles':[{'name':'editor','inherits':['user']}]}} => Let the role editor give exactly no permission of its own, and inherit from user
            {'add':{'subjects':[{'type':'user','id':'u-1','roles':['editor']}]}} => Give carol the role editor
            {'put':{'subjects':[{'type':'user','username':'zoe','roles':['editor']}]}} => Give zoe the role editor
            {'remove':{'subjects':[{'type':'user','id':'u-1','roles':['editor']}]}} => Take the role editor from carol
            {'remove':{'subjects':[{'type':'user','id':'u-1','roles':[{'role':'editor'}]}]}} => Take the unlimited grant of the role editor from carol
            {'add':{'subjects':[{'type':'user','id':'u-1','roles':[{'role':'editor','validUntil':'2026-12-01T00:00:00Z','networks':['10.0.0.0/8']}]}]}} => Give carol the role editor (until 2026-12-01T00:00:00Z, in 10.0.0.0/8)
            {'put':{'subjects':[{'type':'service','id':'mail','roles':['gateway']}]}} => Give service mail the role gateway
            {'remove':{'subjects':[{'type':'user','id':'u-1'}]}} => Delete the user carol
            {'add':{'subjects':[{'type':'user','id':'u-1','attributes':{'team':'red'}}]}} => Set the attribute team of carol to red
            {'put':{'subjects':[{'type':'user','id':'u-1','attributes':{'team':'red'}}]}} => Let the attributes of carol be exactly {"team":"red"}
            {'add':{'entities':[{'type':'invoices','id':'7','attributes':{'amount':3}}]}} => Set the attribute amount of invoices 7 to 3
            {'remove':{'entities':[{'type':'invoices','id':'7','attributes':{'amount':true}}]}} => Take the attribute amount from invoices 7
            {'remove':{'entities':[{'type':'invoices','id':'7'}]}} => Forget all attributes of invoices 7
            {'remove':{'policies':[{'id':'freeze'}]}} => Delete the policy freeze
            {'put':{'policies':[{'id':'freeze','effect':'deny','resourceType':'posts','actions':['publish'],'roles':['intern'],'condition':'true'}]}} => Have the policy freeze deny publish on posts for holders of intern where true
            {'put':{'policies':[{'id':'open','effect':'allow','resourceType':'*','actions':'*'}]}} => Have the policy open allow every action on every resource
            {'put':{'constraints':[{'roles':['editor','auditor']}]}} => Let nobody hold more than one of the roles editor, auditor
            {'remove':{'constraints':[{'id':'two'}]}} => End the separation of duty two
            {'put':{'permissions':[{'name':'posts:x'}]}} => Have the permission posts:x
            {'remove':{'permissions':[{'name':'posts:x'}]}} => Delete the permission posts:x
            {'put':{}} => Change nothing
            """)
    void tellsAChange(String change, String sentence) {
        assertThat(told(change)).containsExactly(sentence);
    }

    @Test
    void tellsAllOfAChangeThatNamesSeveralThings() {
        assertThat(told("""
                {'remove':{'roles':[{'name':'editor','permissions':['posts:a'],'inherits':['user']}],
                           'policies':[{'id':'freeze'}]}}
                """)).hasSize(3).contains("Delete the policy freeze");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
            {'put':{'subjects':[{'type':'user','username':'zoe'}]}} => Put the subject zoe, as the API has it
            {'add':{'roles':[{'name':'editor'}]}} => Add to the role editor, as the API has it
            {'remove':{'roles':[{'name':'editor','colour':'red'}]}} => Take the role editor away, or parts of it, as the API has it
            {'put':{'gadgets':[{'id':'g'}]}} => Put the gadgets g, as the API has it
            {'set':{'roles':[]}} => A change that is not known here: {"set":{"roles":[]}}
            7 => A change that is not known here: 7
            {'put':{'roles':7}} => A change that is not known here: {"put":{"roles":7}}
            """)
    void namesWhatItHasNoSentenceFor(String change, String sentence) {
        assertThat(told(change)).containsExactly(sentence);
    }

    @Test
    void leadsToThePagesOfWhomAndWhatItNames() {
        List<Line> lines =
                new Told(NAMES).of(json("{'add':{'subjects':[{'type':'user','id':'u-1','roles':['chief editor']}]}}"));

        assertThat(lines.get(0).parts())
                .extracting(Part::href)
                .containsExactly("", "/console/users/u-1", "", "/console/roles/chief%20editor");
        assertThat(Told.users(json("{'add':{'subjects':[{'type':'user','id':'u-1'},{'type':'service','id':'s'}]}}")))
                .containsExactly("u-1");
    }

    private static List<String> told(String change) {
        return new Told(NAMES).of(json(change)).stream().map(Line::text).toList();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
