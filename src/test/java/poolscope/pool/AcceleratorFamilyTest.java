package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.pool.AcceleratorFamily.ASCEND_910;
import static poolscope.pool.AcceleratorFamily.UNKNOWN;
import static poolscope.pool.AcceleratorFamily.V100;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceleratorFamilyTest {

    /// The table of the contract.
    @ParameterizedTest
    @CsvSource({"modelarts.vm.gpu.v100,V100", "modelarts.bm.gpu.v100NV32,V100", "modelarts.bm.gpu.4v100NV32.nosdi,V100",
            "modelarts.p3.8xlarge.public,V100", "modelarts.kat1.xlarge,ASCEND_910", "modelarts.kat1.8xlarge,ASCEND_910",
            "modelarts.bm.snt9.xlarge.8,ASCEND_910"})
    void a_listed_specification_is_of_its_family(String specification, AcceleratorFamily family) {
        assertThat(AcceleratorFamily.of(FieldValue.text(specification))).containsExactly(family);
    }

    @ParameterizedTest
    @CsvSource({"modelarts.bm.snt9z.c48.preview", "modelarts.vm.gpu.v100.new", "MODELARTS.KAT1.XLARGE", "v100", "''"})
    void what_is_not_listed_letter_by_letter_is_unknown(String specification) {
        assertThat(AcceleratorFamily.of(FieldValue.text(specification))).containsExactly(UNKNOWN);
    }

    @Test
    void cards_of_nodes_that_have_none_and_of_nodes_that_were_not_said_are_unknown() {
        assertThat(AcceleratorFamily.of(FieldValue.text("modelarts.vm.cpu.2u"))).containsExactly(UNKNOWN);
        assertThat(AcceleratorFamily.of(FieldValue.ABSENT)).containsExactly(UNKNOWN);
    }

    @Test
    void several_kinds_of_nodes_are_several_families_unless_some_have_no_cards() {
        assertThat(AcceleratorFamily.of(FieldValue.text("modelarts.vm.gpu.v100 + modelarts.kat1.xlarge")))
                .containsExactly(V100, ASCEND_910);
        assertThat(AcceleratorFamily.of(FieldValue.text("modelarts.vm.cpu.8u + modelarts.kat1.xlarge")))
                .containsExactly(ASCEND_910);
    }
}
