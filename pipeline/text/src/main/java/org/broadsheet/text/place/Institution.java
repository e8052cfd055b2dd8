package org.broadsheet.text.place;

/** What kind of institution a name is part of. */
public enum Institution {
    NONE,
    /** Speaks for its place: {@code 迎泽区卫体局}, {@code 朔城区委组织部}, {@code 乐平社区党委}. */
    AUTHORITY,
    /** Only bears its name: {@code 太原市人民医院}, {@code 国家电网古交市供电公司}. */
    OTHER
}
