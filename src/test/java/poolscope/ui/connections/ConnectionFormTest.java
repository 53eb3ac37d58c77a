package poolscope.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import poolscope.connection.ColourTag;

class ConnectionFormTest {

    @Test
    void P28_a_form_does_not_print_what_was_typed() {
        var form = new ConnectionForm("id", new ConnectionForm.Service("mine", "", "https://a.example.com", "0123"),
                new ConnectionForm.Secrets(ConnectionForm.SignInWay.ACCESS_KEY, "CNRYak", "CNRYsk", "CNRYtoken",
                        new ConnectionForm.User("", "", "")),
                new ConnectionForm.Way(ConnectionForm.ProxyWay.MANUAL, "proxy:8080", "me", "CNRYproxy", ""),
                new ConnectionForm.Place("", ColourTag.NONE, true));
        assertThat(form.toString()).contains("mine").doesNotContain("CNRY");
    }
}
