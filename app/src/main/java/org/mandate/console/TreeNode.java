package org.mandate.console;

import java.util.List;
import org.mandate.authorization.decision.Explanation;

/** A node of the tree of reasons, as pages walk it. */
public record TreeNode(String outcome, String text, List<TreeNode> children) {

    /** The node with all that stands beneath it. */
    public static TreeNode of(Explanation.Node node) {
        return new TreeNode(
                node.outcome().label(),
                node.text(),
                node.children().stream().map(TreeNode::of).toList());
    }
}
