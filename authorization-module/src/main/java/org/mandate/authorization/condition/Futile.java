package org.mandate.authorization.condition;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.exceptions.CelInvalidArgumentException;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.validator.CelAstValidator;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.Network;

/** What no request could make true or false: a fixed pattern or network that is none, and a result that is no truth. */
final class Futile implements CelAstValidator {

    private static final Set<CelKind> MAY_BE_TRUE = Set.of(CelKind.BOOL, CelKind.DYN, CelKind.ANY, CelKind.ERROR);
    private static final Set<String> NEVER_TRUE = Set.of("now", "ip");

    @Override
    public void validate(CelNavigableAst tree, Cel cel, IssuesFactory issues) {
        tree.getRoot()
                .allNodes()
                .filter(node -> node.getKind() == ExprKind.Kind.CALL)
                .map(CelNavigableExpr::expr)
                .forEach(call -> refuseFixed(call.call(), issues));
        refuseResult(tree.getRoot().expr(), tree.getAst(), issues);
    }

    private static void refuseFixed(CelCall call, IssuesFactory issues) {
        if (call.args().isEmpty()) {
            return;
        }
        CelExpr last = call.args().get(call.args().size() - 1);
        if (call.function().equals("matches")) {
            text(last).flatMap(Futile::faultOfPattern).ifPresent(fault -> issues.addError(last.id(), fault));
        } else if (call.function().equals("ipIn")
                && text(last).filter(block -> Network.parse(block).isEmpty()).isPresent()) {
            issues.addError(last.id(), "ipIn needs a block like `10.0.0.0/8`");
        }
    }

    private static Optional<String> faultOfPattern(String pattern) {
        try {
            Regex.compile(pattern);
            return Optional.empty();
        } catch (CelInvalidArgumentException e) {
            return Optional.of(FaultWords.ofPattern(pattern, e));
        }
    }

    private static Optional<String> text(CelExpr expression) {
        boolean text = expression.getKind() == ExprKind.Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return text ? Optional.of(expression.constant().stringValue()) : Optional.empty();
    }

    /** A type that is left open may hide one that is known: under `dyn`, and in what is always in a context. */
    private static void refuseResult(CelExpr result, CelAbstractSyntaxTree tree, IssuesFactory issues) {
        boolean known = tree.getType(result.id())
                .map(CelType::kind)
                .filter(kind -> !MAY_BE_TRUE.contains(kind))
                .isPresent();
        if (known || isNeverTrue(result)) {
            issues.addError(result.id(), "a condition must be true or false");
        } else if (result.getKind() == ExprKind.Kind.CALL
                && result.call().function().equals("dyn")) {
            refuseResult(result.call().args().get(0), tree, issues);
        }
    }

    private static boolean isNeverTrue(CelExpr result) {
        return result.getKind() == ExprKind.Kind.SELECT
                && !result.select().testOnly()
                && NEVER_TRUE.contains(result.select().field())
                && result.select().operand().getKind() == ExprKind.Kind.IDENT
                && result.select().operand().ident().name().equals("context");
    }
}
