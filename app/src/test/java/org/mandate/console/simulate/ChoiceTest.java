package org.mandate.console.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.console.Fields;
import org.mandate.http.problem.FieldFault;
import org.mandate.http.problem.ProblemFound;

/** What is filled in for a kind of change becomes that change, as the API takes it. */
class ChoiceTest {

    private static final Users USERS = named -> Optional.of("u-1").filter(id -> named.equals("carol"));

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
            assignment: do=give; role=editor; user=carol => {'add':{'subjects':[{'type':'user','id':'u-1','roles':['editor']}]}}
            assignment: do=take; role=editor; user=carol => {'remove':{'subjects':[{'type':'user','id':'u-1','roles':['editor']}]}}
            permission: do=give; role=editor; name=posts:a, posts:b => {'add':{'roles':[{'name':'editor','permissions':['posts:a','posts:b']}]}}
            permission: do=take; role=editor; name=posts:a => {'remove':{'roles':[{'name':'editor','permissions':['posts:a']}]}}
            inheritance: do=give; role=editor; from=user => {'add':{'roles':[{'name':'editor','inherits':['user']}]}}
            inheritance: do=take; role=editor; from=user => {'remove':{'roles':[{'name':'editor','inherits':['user']}]}}
            gone-policy: id=freeze => {'remove':{'policies':[{'id':'freeze'}]}}
            policy: id=p; effect=deny; resourceType=posts; actions=*; roles=user; condition=1 < 2 => {'put':{'policies':[{'id':'p','effect':'deny','resourceType':'posts','actions':['*'],'roles':['user'],'condition':'1 < 2'}]}}
            duty: roles=editor, auditor => {'put':{'constraints':[{'roles':['editor','auditor'],'max':1}]}}
            duty: roles=a, b, c; max=2 => {'put':{'constraints':[{'roles':['a','b','c'],'max':2}]}}
            gone-duty: id=two => {'remove':{'constraints':[{'id':'two'}]}}
            attribute: do=give; of=carol; name=team; value=red => {'add':{'subjects':[{'type':'user','id':'u-1','attributes':{'team':'red'}}]}}
            attribute: do=give; type=invoices; of=7; name=amount; value=3 => {'add':{'entities':[{'type':'invoices','id':'7','attributes':{'amount':3}}]}}
            attribute: do=give; type=invoices; of=7; name=paid; value=null => {'add':{'entities':[{'type':'invoices','id':'7','attributes':{'paid':'null'}}]}}
            attribute: do=take; of=carol; name=team => {'remove':{'subjects':[{'type':'user','id':'u-1','attributes':{'team':true}}]}}
            """)
    void becomesAChange(String filled, String change) {
        assertThat(Choice.of(key(filled)).change(form(filled), USERS)).hasToString(change.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            assignment: do=give; role=editor => assignment-user
            assignment: do=give; user=carol => assignment-role
            assignment: do=give; role=editor; user=nobody => assignment-user
            permission: do=give; role=editor => permission-name
            inheritance: do=give; role=editor => inheritance-from
            gone-policy: do=give => gone-policy-id
            policy: id=p; effect=allow; actions=read => policy-resourceType
            policy: id=p; effect=allow; resourceType=posts => policy-actions
            duty: max=2 => duty-roles
            duty: roles=a, b; max=two => duty-max
            attribute: do=give; of=carol; name=team => attribute-value
            """)
    void namesTheFieldThatIsToBeMended(String filled, String field) {
        assertThatThrownBy(() -> Choice.of(key(filled)).change(form(filled), USERS))
                .isInstanceOfSatisfying(
                        ProblemFound.class,
                        found -> assertThat(found.problem().errors())
                                .extracting(FieldFault::field)
                                .containsExactly(field));
    }

    @Test
    void bringsTheFaultsOfAChangeToTheFieldsThatItCameFrom() {
        assertThat(Choice.of("policy").fault("policies[0].condition", "x").field())
                .isEqualTo("policy-condition");
        assertThat(Choice.of("assignment").fault("subjects[0].roles[0]", "x").field())
                .isEqualTo("assignment-role");
        assertThat(Choice.of("permission").fault("roles[0].permissions[1]", "x").field())
                .isEqualTo("permission-name");
        assertThat(Choice.of("attribute").fault("entities[0].attributes", "x").field())
                .isEqualTo("attribute-value");
    }

    @Test
    void isFoundByWhatIsFilledInAndEmptiedAgain() {
        Fields form = form("permission: do=take; role=editor; name=posts:a").with("subject", "carol");

        Choice begun = Choice.begun(form).orElseThrow();

        assertThat(begun.key()).isEqualTo("permission");
        Fields emptied = begun.emptied(form);
        assertThat(Choice.begun(emptied)).isEmpty();
        assertThat(emptied.text("permission-do")).isEqualTo("take");
        assertThat(emptied.text("subject")).isEqualTo("carol");
        assertThatThrownBy(() -> Choice.of("wish")).isInstanceOf(ProblemFound.class);
    }

    private static String key(String filled) {
        return filled.substring(0, filled.indexOf(':'));
    }

    private static Fields form(String filled) {
        Fields form = Fields.none();
        for (String field : filled.substring(filled.indexOf(':') + 2).split("; ", -1)) {
            int equals = field.indexOf('=');
            form = form.with(key(filled) + "-" + field.substring(0, equals), field.substring(equals + 1));
        }
        return form;
    }
}
