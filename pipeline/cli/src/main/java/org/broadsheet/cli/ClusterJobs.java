package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.broadsheet.job.cluster.FlinkCluster;
import org.broadsheet.job.settings.Settings;

/** What {@code run} and {@code stop} want to know of a cluster: our job there, and what is sent to it. */
final class ClusterJobs {
    private ClusterJobs() {}

    /** The job of these settings, where the cluster has it and it has not ended. */
    static Optional<FlinkCluster.Job> alive(FlinkCluster cluster, Settings settings) {
        return cluster.jobs().stream()
                .filter(job ->
                        job.isAlive() && job.name().equals(settings.kafka().group()))
                .findFirst();
    }

    /** The thin job jar that the build of this copy left. */
    static Path jar() throws IOException {
        Path built = Home.folder().resolve("pipeline/job/target");
        if (Files.isDirectory(built)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(built, "broadsheet-job-*-thin.jar")) {
                Iterator<Path> found = jars.iterator();
                if (found.hasNext()) {
                    return found.next();
                }
            }
        }
        throw new PlainFault(
                "There is no job jar in " + built + ": build it with mvn package, or name one with --jar.");
    }
}
