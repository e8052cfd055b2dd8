package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority made for a test, and the certificate of a server of 127.0.0.1, and of no other name, that it has signed. */
record Certificates(Path folder) {
    /** Of all key stores made here. */
    static final String PASSWORD = "schluessel-4Tq";

    private static final String SERVER = "server";

    /** Makes both, in a folder of their own. */
    static Certificates make(Path folder) throws IOException, InterruptedException {
        Certificates made = new Certificates(Files.createDirectories(folder));
        made.keytool("-genkeypair -alias ca -dname CN=Zeitungsamt -ext bc:critical=ca:true -keystore ca.p12");
        made.keytool("-exportcert -alias ca -rfc -file ca.pem -keystore ca.p12");
        made.keytool("-genkeypair -alias server -dname CN=broadsheet -keystore server.p12");
        made.keytool("-certreq -alias server -file server.csr -keystore server.p12");
        made.keytool(
                "-gencert -alias ca -ext san=ip:127.0.0.1 -rfc -infile server.csr -outfile server.pem -keystore ca.p12");
        made.keytool("-importcert -alias ca -noprompt -file ca.pem -keystore server.p12");
        made.keytool("-importcert -alias server -noprompt -file server.pem -keystore server.p12");
        return made;
    }

    private void keytool(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        if (arguments.startsWith("-genkeypair")) {
            command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-validity", "2"));
        }
        Process keytool = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
        assertThat(keytool.waitFor()).as(arguments + "\n" + said).isZero();
    }

    /** What a client trusts. */
    Path authority() {
        return folder.resolve("ca.pem");
    }

    /** Key and certificates of the server, behind {@link #PASSWORD}. */
    Path keyStore() {
        return folder.resolve("server.p12");
    }

    /** The certificate of the server. */
    Path certificate() {
        return folder.resolve("server.pem");
    }

    /** The server's key as PEM, as PostgreSQL takes it. */
    String key() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore())) {
            store.load(in, PASSWORD.toCharArray());
        }
        Key key = store.getKey(SERVER, PASSWORD.toCharArray());
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
