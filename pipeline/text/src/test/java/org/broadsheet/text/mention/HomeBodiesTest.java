package org.broadsheet.text.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeBodiesTest {
    private final HomeBodies bodies = new HomeBodies();

    @ParameterizedTest
    @ValueSource(strings = {"市直机关下沉社区", "6月3日下午，县长调研防汛", "5月20日市政府召开会议", "昨晚州委部署抢险"})
    void beginAClause(String text) {
        assertThat(bodies.begin(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"苏州市委召开会议", "据吴江区政府介绍", "城市政府职能转变", "太仓市干部下沉社区"})
    void areNoneBehindTheNameOfTheirCity(String text) {
        assertThat(bodies.begin(text)).isFalse();
    }
}
