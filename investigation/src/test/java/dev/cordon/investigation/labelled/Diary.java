package dev.cordon.investigation.labelled;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Thirty days of one person, written from the first to the last. Days count from 0, which is a Monday; hours are the person's own. One thread. */
final class Diary {
    static final int DAYS = 30;
    private static final Instant FIRST = Instant.parse("2025-10-06T00:00:00Z");

    final Chance chance;
    private final List<SignInDraft> rows = new ArrayList<>();
    private Person person;

    Diary(Person person) {
        this.person = person;
        this.chance = new Chance(7_919L * (person.number() + 1));
    }

    Person person() {
        return person;
    }

    /** From here on he is somebody with other machines or networks. */
    void becomes(Person changed) {
        person = changed;
    }

    List<SignInDraft> rows() {
        return List.copyOf(rows);
    }

    static boolean isWeekend(int day) {
        return day % 7 >= 5;
    }

    Instant time(int day, int hour, int minute) {
        return FIRST.plus(Duration.ofDays(day))
                .plus(Duration.ofHours(hour - person.place().offset))
                .plus(Duration.ofMinutes(minute))
                .plusSeconds(chance.below(60));
    }

    SignInDraft row(Instant at) {
        SignInDraft row = new SignInDraft(person, chance, at);
        rows.add(row);
        return row;
    }

    SignInDraft row(int day, int hour, int minute) {
        return row(time(day, hour, minute));
    }

    void ordinaryDays(int from, int to) {
        for (int day = from; day <= to; day++) {
            ordinaryDay(day);
        }
    }

    /** The office on weekdays, the telephone always. */
    void ordinaryDay(int day) {
        if (isWeekend(day)) {
            if (chance.in(25)) {
                phoneAtHome(day);
            }
            return;
        }
        deskDay(day, person.office(), person.officeHost());
        if (chance.in(35)) {
            phoneOnTheRoad(day);
        }
    }

    /** A working day at a desk in this network. */
    void deskDay(int day, Network network, int host) {
        row(day, 8, chance.below(50)).from(network, host);
        if (chance.in(15)) {
            row(day, 9 + chance.below(8), chance.below(60)).from(network, host).to(Program.TEAMS);
        }
        if (chance.in(30)) {
            row(day, 9 + chance.below(8), chance.below(60))
                    .from(network, host)
                    .on(person.laptop(), person.browserSession())
                    .to(chance.of(List.of(Program.OFFICE_HOME, Program.SHAREPOINT, Program.TIMESHEETS)))
                    .byClaim();
        }
    }

    void homeDay(int day) {
        deskDay(day, person.home(), homeHost(day));
        if (chance.in(30)) {
            phoneAtHome(day);
        }
    }

    void phoneAtHome(int day) {
        phone(row(day, 18 + chance.below(4), chance.below(60)).from(person.home(), homeHost(day)));
    }

    void phoneOnTheRoad(int day) {
        phone(row(day, 7 + chance.below(13), chance.below(60)).from(person.mobile(), chance.below(250)));
    }

    SignInDraft phone(SignInDraft row) {
        return row.on(person.phone(), person.phoneSession()).to(Program.OUTLOOK_MOBILE);
    }

    /** A line at home has the same address for a week or so. */
    int homeHost(int day) {
        return person.number() * 3 + day / 9;
    }
}
