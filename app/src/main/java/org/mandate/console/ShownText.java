package org.mandate.console;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.standard.processor.StandardTextTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/** Takes the place of Thymeleaf's own {@code th:text}, so that no template can leave out what {@link Shown} sees to. */
@Component
class ShownText extends AbstractProcessorDialect {

    /** In the order of Thymeleaf's own processors, just before the one that it takes the place of. */
    private static final int PRECEDENCE = StandardTextTagProcessor.PRECEDENCE - 1;

    ShownText() {
        super("shown text", "th", StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Processor(prefix));
    }

    private static final class Processor extends AbstractStandardExpressionAttributeTagProcessor {

        /** What holds text alone: markup would be read there as it stands. */
        private static final Set<String> TEXT_ALONE = Set.of("title", "textarea", "option");

        Processor(String prefix) {
            super(TemplateMode.HTML, prefix, "text", PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String written,
                Object value,
                IElementTagStructureHandler page) {
            String text = value == null ? "" : value.toString();
            boolean textAlone = TEXT_ALONE.contains(tag.getElementCompleteName());
            page.setBody(textAlone ? HtmlEscape.escapeHtml4Xml(text) : Shown.html(text), false);
        }
    }
}
