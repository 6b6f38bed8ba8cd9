package org.mandate.console.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.permission.PermissionView;
import org.mandate.console.Fields;
import org.mandate.console.roles.RoleForm.Matrix;

/** The form of a role where there are more permissions than a page can show. */
class RoleFormTest {

    private static final List<PermissionView> CATALOGUE = IntStream.range(0, 2000)
            .mapToObj(number -> "things%04d:act".formatted(number))
            .map(name -> new PermissionView(name, name.substring(0, 10), "act", ""))
            .toList();
    private static final List<String> HELD =
            CATALOGUE.stream().map(PermissionView::name).limit(1500).toList();

    @Test
    void showsNoMoreBoxesThanFit() {
        Matrix matrix = RoleForm.matrix(CATALOGUE, Fields.none().with("permission", HELD), "");

        assertThat(matrix.shown()).hasSize(600).isEqualTo(HELD.subList(0, 600));
    }

    @Test
    void showsWhatIsSoughtWhetherItIsHeldOrNot() {
        Matrix matrix = RoleForm.matrix(CATALOGUE, Fields.none().with("permission", HELD), "things1499");

        assertThat(matrix.shown()).containsExactly("things1499:act");
        assertThat(RoleForm.matrix(CATALOGUE, Fields.none(), "things19").rows())
                .hasSize(100)
                .allSatisfy(row -> assertThat(row.cells().get(0).held()).isFalse());
    }

    @Test
    void leavesAloneWhatHadNoBox() {
        Fields sent = Fields.none()
                .with("shown", "things0000:act,things0001:act,things1999:act")
                .with("permission", List.of("things0001:act", "things1999:act"));

        Fields whole = RoleForm.whole(sent, () -> HELD);

        assertThat(RoleForm.permissions(whole))
                .hasSize(1500)
                .doesNotContain("things0000:act")
                .contains("things0001:act", "things1499:act", "things1999:act");
    }

    @Test
    void takesAFormThatShowsAllAsItIs() {
        Fields sent = Fields.none().with("permission", List.of("things0001:act"));

        assertThat(RoleForm.permissions(RoleForm.whole(sent, () -> HELD))).containsExactly("things0001:act");
    }
}
