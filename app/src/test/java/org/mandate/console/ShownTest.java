package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a text that somebody wrote stands on a page. */
class ShownTest {

    @Test
    void whatIsPlainStandsAsItIs() {
        assertThat(Shown.html("posts:publish, since 2026-11-28")).isEqualTo("posts:publish, since 2026-11-28");
        assertThat(Shown.html("line one\n\tline two")).isEqualTo("line one\n\tline two");
        assertThat(Shown.html("")).isEmpty();
    }

    @Test
    void markupIsHarmless() {
        assertThat(Shown.html("<b a='1'>&\"")).isEqualTo("&lt;b a=&#39;1&#39;&gt;&amp;&quot;");
    }

    @Test
    void whatTurnsTheDirectionIsShownByItsNumberAndTurnsNothing() {
        assertThat(Shown.html("x\u202Ederit")).isEqualTo("<bdi>x<code class=\"hidden-sign\">U+202E</code>derit</bdi>");
        assertThat(Shown.html("a\u0000b\u200Bc\u2028d"))
                .isEqualTo("a<code class=\"hidden-sign\">U+0000</code>b<code class=\"hidden-sign\">U+200B</code>c"
                        + "<code class=\"hidden-sign\">U+2028</code>d");
    }

    @Test
    void whatRunsFromRightToLeftStaysByItself() {
        assertThat(Shown.html("\u05E9\u05DC\u05D5\u05DD")).isEqualTo("<bdi>\u05E9\u05DC\u05D5\u05DD</bdi>");
    }

    @Test
    void aWordTooLongForAColumnSaysWhereItMayBreak() {
        assertThat(Shown.html("W".repeat(40) + " end"))
                .isEqualTo("W".repeat(24) + "<wbr>" + "W".repeat(8) + "<wbr>" + "W".repeat(8) + " end");
        assertThat(Shown.html("administration:configuration:everything"))
                .isEqualTo("administration:<wbr>configuration:<wbr>everything");
        assertThat(Shown.html("a-reason-of-words-without-any-space"))
                .isEqualTo("a-<wbr>reason-<wbr>of-<wbr>words-<wbr>without-<wbr>any-<wbr>space");
        assertThat(Shown.html("&".repeat(25))).isEqualTo("&amp;".repeat(24) + "<wbr>&amp;");
    }
}
