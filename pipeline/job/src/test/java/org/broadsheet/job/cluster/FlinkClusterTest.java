package org.broadsheet.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FlinkClusterTest {
    @Test
    void theReasonIsTheDeepestCause() {
        assertThat(RestConnection.rootCause(
                        "org.apache.flink.util.FlinkException: Could not execute.\n\tat a.B.c(B.java:1)\n"
                                + "Caused by: org.broadsheet.postgres.WriteRefusedException: The tables in 太原 show"
                                + " checkpoint 17.\n\tat d.E.f(E.java:2)\n\t... 3 more"))
                .isEqualTo("The tables in 太原 show checkpoint 17.");
        assertThat(RestConnection.rootCause("File missing: no jar.")).isEqualTo("File missing: no jar.");
        assertThat(RestConnection.rootCause("")).isEmpty();
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String url : new String[] {"flink:8081", "报纸", "ftp://flink:8081", "http:///jobs", ""}) {
            assertThatThrownBy(() -> FlinkCluster.at(url))
                    .isInstanceOf(ClusterAccessException.class)
                    .hasMessage("\"" + url + "\" is no address of a cluster; http://host:8081 is needed.");
        }
    }

    @Test
    void aClusterThatDoesNotAnswerIsToldInASentence() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> FlinkCluster.at("http://127.0.0.1:" + port).jobs())
                .isInstanceOf(ClusterAccessException.class)
                .hasMessage("No Flink cluster answers at http://127.0.0.1:" + port + "/.");
    }
}
