package org.broadsheet.text.page;

/** Six-digit codes of divisions as they are written: {@code 140106} is 迎泽区. */
final class RegionCodes {
    private RegionCodes() {}

    /** The code, or 0 where it is none: six ASCII digits, the first two a province (11 to 82), or 100000. */
    static int parse(String written) {
        if (written.length() != 6) {
            return 0;
        }
        int code = 0;
        for (int i = 0; i < 6; i++) {
            char digit = written.charAt(i);
            if (digit < '0' || digit > '9') {
                return 0;
            }
            code = code * 10 + digit - '0';
        }
        int province = code / 10000;
        return code == 100000 || (province >= 11 && province <= 82) ? code : 0;
    }
}
