package org.broadsheet.job;

import java.util.List;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.DeadLetterReader;
import org.broadsheet.kafka.StoredDeadLetter;

/** The dead letters of a job whose tables say that it is through. */
final class Letters {
    private static final int MOST_LOOKS = 300;
    private static final long LOOK_MILLISECONDS = 100;

    private Letters() {}

    /**
     * All letters, once there are as many as pages that the books call rejected: a letter is committed in a transaction of
     * Kafka's own, a moment before or after the tables. Fewer where they do not come within half a minute.
     */
    static List<StoredDeadLetter> of(Settings settings) throws Exception {
        long rejected = Passed.of(Endpoints.database(settings)).rejected();
        List<StoredDeadLetter> letters = read(settings);
        for (int look = 0; letters.size() < rejected && look < MOST_LOOKS; look++) {
            Thread.sleep(LOOK_MILLISECONDS);
            letters = read(settings);
        }
        return letters;
    }

    private static List<StoredDeadLetter> read(Settings settings) {
        return DeadLetterReader.all(
                Endpoints.kafka(settings),
                Endpoints.topics(settings).deadLetters().name());
    }
}
