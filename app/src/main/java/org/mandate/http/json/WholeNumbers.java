package org.mandate.http.json;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads the whole numbers of paths and queries in one notation, that of JSON: the framework would also take hexadecimal,
 * digits of other scripts and blanks in between.
 */
@ControllerAdvice
class WholeNumbers {

    private static final Pattern NOTATION = Pattern.compile("-?(0|[1-9][0-9]*)");

    /** Editors, since the framework falls back to lenient ones of its own where a converter refuses. */
    @InitBinder
    void strictly(WebDataBinder binder) {
        binder.registerCustomEditor(int.class, new Editor(WholeNumbers::integer));
        binder.registerCustomEditor(long.class, new Editor(WholeNumbers::longInteger));
    }

    /** Converters, since what is optional is converted from within. */
    static void addTo(FormatterRegistry registry) {
        registry.addConverter(String.class, Integer.class, WholeNumbers::integer);
        registry.addConverter(String.class, Long.class, WholeNumbers::longInteger);
    }

    private static Integer integer(String text) {
        return Integer.valueOf(checked(text));
    }

    private static Long longInteger(String text) {
        return Long.valueOf(checked(text));
    }

    private static String checked(String text) {
        if (!NOTATION.matcher(text).matches()) {
            throw new NumberFormatException("not a whole number");
        }
        return text;
    }

    private static final class Editor extends PropertyEditorSupport {

        private final Function<String, Object> reading;

        Editor(Function<String, Object> reading) {
            this.reading = reading;
        }

        @Override
        public void setAsText(String text) {
            setValue(reading.apply(text));
        }
    }
}
