package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInNodeFlavorTest {

    /// The lines of the table in api-notes.md.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            modelarts.vm.cpu.2u             | 2   | 8   | 0 | ''
            modelarts.vm.cpu.8u             | 8   | 32  | 0 | ''
            modelarts.vm.cpu.8ud            | 8   | 32  | 0 | ''
            modelarts.vm.cpu.16u64g.d       | 16  | 64  | 0 | ''
            modelarts.vm.cpu.48u96g.d       | 48  | 96  | 0 | ''
            modelarts.vm.gpu.v100           | 8   | 64  | 1 | V100
            modelarts.bm.gpu.v100NV32       | 8   | 64  | 1 | V100
            modelarts.bm.gpu.4v100NV32.nosdi| 32  | 256 | 4 | V100 32 GB
            modelarts.p3.8xlarge.public     | 72  | 512 | 8 | V100 32 GB
            modelarts.kat1.xlarge           | 24  | 96  | 1 | Ascend 910
            modelarts.kat1.8xlarge          | 192 | 768 | 8 | Ascend 910
            modelarts.bm.snt9.xlarge.8      | 192 | 768 | 8 | Ascend 910
            """)
    void decodes_every_line_of_the_contracts_table(String name, int vCpus, int memory, int cards, String card) {
        var family = cards == 0
                ? Optional.<AcceleratorFamily>empty()
                : Optional.of(AcceleratorFamily.only(FieldValue.text(name)));
        assertThat(BuiltInNodeFlavor.of(FieldValue.text(name)))
                .contains(new BuiltInNodeFlavor(vCpus, memory, cards, card, family));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "modelarts.vm.cpu.64u", "MODELARTS.VM.CPU.2U", " modelarts.vm.cpu.2u",
            "modelarts.bm.snt9z.c48.preview", "modelarts.vm.cpu.2u + modelarts.vm.cpu.8u"})
    void does_not_guess_at_a_name_that_the_table_does_not_have(String name) {
        assertThat(BuiltInNodeFlavor.of(FieldValue.text(name))).isEmpty();
    }

    @Test
    void knows_nothing_of_a_specification_that_was_not_sent() {
        assertThat(BuiltInNodeFlavor.of(FieldValue.ABSENT)).isEmpty();
        assertThat(BuiltInNodeFlavor.of(new FieldValue.Unreadable("7"))).isEmpty();
    }
}
