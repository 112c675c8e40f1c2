package dev.cordon.investigation.labelled;

import dev.cordon.investigation.labelled.Network.Place;
import java.util.List;

/** What people with an attacker in their account do in thirty days, and what he does. */
final class Intrusions {
    private static final String PUSH = "Mobile app notification";
    private static final String WRONG_PASSWORD = "Error validating credentials due to invalid username or password.";
    private static final String DENIED = "Authentication failed during strong authentication request.";
    private static final String REVOKED = "The provided grant has expired due to it being revoked.";
    private static final Network PROXY = Network.hosting(40, 9009, Place.AMSTERDAM);
    private static final Network RENTED = Network.hosting(41, 14061, Place.FRANKFURT);

    private Intrusions() {}

    /** The sign-in page is a proxy; the session it caught is used from somewhere else and for three days. */
    static void proxiedSignIn(Diary diary) {
        diary.ordinaryDays(0, 9);
        String session = caught(diary, 10, PROXY, Machine.unknownWindows(138));
        diary.ordinaryDay(10);
        replayed(diary, 10, 13, session, RENTED, Machine.unknownWindows(138));
        diary.ordinaryDays(11, Diary.DAYS - 1);
    }

    /** The same with a kit that asks with a program's own name, and a second network at once. */
    static void proxiedByKit(Diary diary) {
        diary.ordinaryDays(0, 8);
        Network kit = Network.hosting(42, 20473, Place.CHICAGO);
        String session = caught(diary, 9, kit, Machine.program("axios/1.7.9"));
        diary.ordinaryDay(9);
        replayed(diary, 9, 11, session, Network.hosting(43, 62240, Place.LONDON), Machine.unknownLinux());
        diary.ordinaryDays(10, Diary.DAYS - 1);
    }

    /** The proxy's way out is a household in the victim's own city; only machine, session and provider differ. */
    static void proxyInTheRightCity(Diary diary) {
        Person person = diary.person();
        Network household = person.place().network("198.19." + (100 + person.number() % 20) + ".", 6830);
        diary.ordinaryDays(0, 16);
        String session = caught(diary, 17, household, Machine.unknownWindows(141));
        diary.ordinaryDay(17);
        replayed(diary, 17, 21, session, household, Machine.unknownWindows(141));
        diary.ordinaryDays(18, Diary.DAYS - 1);
    }

    /** The victim types a code on Microsoft's own page; the tokens go to whoever asked for the code. */
    static void deviceCode(Diary diary) {
        diary.ordinaryDays(0, 13);
        String session = diary.chance.uuid();
        diary.row(14, 10, 22)
                .on(diary.person().laptop().asStranger(), session)
                .to(Program.OFFICE_GRAPH)
                .approvedBy(PUSH)
                .over("deviceCode")
                .byAttacker();
        for (int hour = 11; hour < 17; hour += 2) {
            diary.row(14, hour, diary.chance.below(60))
                    .from(RENTED, 71)
                    .on(Machine.program("python-requests/2.31.0"), session)
                    .to(hour == 11 ? Program.OFFICE_GRAPH : Program.OUTLOOK)
                    .byAttacker();
        }
        diary.ordinaryDays(14, Diary.DAYS - 1);
    }

    /** The same for the broker; a machine of the attacker's is registered with it, and works from a household. */
    static void deviceCodeForRegistration(Diary diary) {
        diary.ordinaryDays(0, 9);
        String session = diary.chance.uuid();
        Network household = diary.person().place().network("198.19.121.", 7922);
        diary.row(10, 14, 8)
                .on(diary.person().laptop().asStranger(), session)
                .to(Program.BROKER)
                .approvedBy(PUSH)
                .over("deviceCode")
                .byAttacker();
        Machine registered = new Machine(
                diary.chance.uuid(),
                "DESKTOP-7Q2M4KD",
                "Windows10",
                "",
                "Windows-AzureAD-Authentication-Provider/1.0",
                "Azure AD registered");
        for (int day = 10; day < 16; day++) {
            diary.row(day, 15 + diary.chance.below(5), diary.chance.below(60))
                    .from(household, 23)
                    .on(registered, session)
                    .to(day % 2 == 0 ? Program.OUTLOOK : Program.TEAMS)
                    .byAttacker();
        }
        diary.ordinaryDays(10, Diary.DAYS - 1);
    }

    /** Passwords are tried over an old protocol from many rented addresses, until one is right. */
    static void oldProtocolSpray(Diary diary) {
        spray(
                diary,
                Program.SMTP,
                List.of(Network.hosting(44, 16276, Place.PARIS), Network.hosting(45, 24940, Place.FRANKFURT)),
                4);
    }

    /** One try a day, each from another address of the victim's own country, until the mailbox is read over IMAP. */
    static void slowSpray(Diary diary) {
        Place place = diary.person().place();
        spray(diary, Program.IMAP, List.of(place.network("198.19.122.", 3209), place.network("198.19.123.", 2856)), 1);
    }

    /** A stolen password and no second factor, from a continent that cannot be reached in the time. */
    static void impossibleTravel(Diary diary) {
        diary.ordinaryDays(0, 10);
        Network far = Place.LAGOS.network("198.19.124.", 29465);
        String session = diary.chance.uuid();
        diary.row(11, 10, 50).to(Program.OFFICE_HOME).byPasswordAlone();
        diary.row(11, 11, 20)
                .from(far, 17)
                .on(Machine.unknownWindows(129), session)
                .to(Program.OFFICE_HOME)
                .byPasswordAlone()
                .byAttacker();
        for (int minute = 25; minute < 50; minute += 8) {
            diary.row(11, 11, minute)
                    .from(far, 17)
                    .on(Machine.unknownWindows(129), session)
                    .to(Program.WEB_MAIL)
                    .silentByPassword()
                    .byAttacker();
        }
        diary.ordinaryDays(12, Diary.DAYS - 1);
    }

    /** The cookie of the victim's own browser turns up in a rented network at night; nobody signed in. */
    static void replayFromRentedNetwork(Diary diary) {
        diary.ordinaryDays(0, 17);
        anchor(diary, 17);
        Network network = Network.hosting(46, 24940, Place.FRANKFURT);
        for (int hour = 1; hour < 6; hour++) {
            diary.row(18, hour, diary.chance.below(60))
                    .from(network, 90)
                    .on(diary.person().laptop().asStranger(), diary.person().browserSession())
                    .to(hour % 2 == 0 ? Program.WEB_MAIL : Program.SHAREPOINT)
                    .byAttacker();
        }
        diary.ordinaryDays(18, Diary.DAYS - 1);
    }

    /** The same by day, from a VPN in the victim's own country and with the very same browser. */
    static void replayFromSameCountry(Diary diary) {
        diary.ordinaryDays(0, 14);
        anchor(diary, 14);
        Network exit = Network.hosting(47, 9009, diary.person().place());
        for (int day = 15; day < 17; day++) {
            for (int hour = 10; hour < 18; hour += 3) {
                diary.row(day, hour, diary.chance.below(60))
                        .from(exit, 33)
                        .on(diary.person().laptop().asStranger(), diary.person().browserSession())
                        .to(Program.WEB_MAIL)
                        .byAttacker();
            }
        }
        diary.ordinaryDays(15, Diary.DAYS - 1);
    }

    /** The victim consents to an application at his own desk; its server fetches once, and then nothing. */
    static void consentThenNothing(Diary diary) {
        diary.ordinaryDays(0, 14);
        String session = diary.chance.uuid();
        diary.row(15, 11, 2)
                .on(diary.person().laptop(), session)
                .to(Program.DOCUMENT_VIEWER)
                .byClaim();
        diary.row(15, 11, 4)
                .from(Network.hosting(48, 396982, Place.CHICAGO), 12)
                .on(Machine.program("node"), session)
                .to(Program.DOCUMENT_VIEWER)
                .byAttacker();
        diary.ordinaryDays(15, Diary.DAYS - 1);
    }

    /** The password was changed and sessions revoked; one token that was missed goes on. */
    static void silentAfterRevocation(Diary diary) {
        diary.ordinaryDays(0, 7);
        Network network = Network.hosting(49, 20473, Place.LONDON);
        String session = caught(diary, 8, network, Machine.unknownWindows(137));
        diary.ordinaryDays(8, 13);
        replayed(diary, 8, 12, session, network, Machine.unknownWindows(137));
        diary.row(14, 9, 10).to(Program.PASSWORD_RESET).approvedBy(PUSH);
        diary.phone(diary.row(14, 9, 31).from(diary.person().mobile(), 40)).fails(50173, REVOKED);
        diary.row(14, 10, 2)
                .from(network, 55)
                .on(Machine.unknownWindows(137), session)
                .to(Program.WEB_MAIL)
                .fails(50173, REVOKED)
                .byAttacker();
        String left = diary.chance.uuid();
        for (int day = 14; day < 21; day++) {
            diary.row(day, 3 + diary.chance.below(18), diary.chance.below(60))
                    .from(network, 56)
                    .on(Machine.iPhone(), left)
                    .to(Program.OUTLOOK_MOBILE)
                    .byAttacker();
        }
        diary.ordinaryDays(15, Diary.DAYS - 1);
    }

    /** The telephone rings until somebody says yes. */
    static void fatigue(Diary diary) {
        diary.ordinaryDays(0, 18);
        Network exit = Network.hosting(50, 9009, Place.BUCHAREST);
        Machine stranger = Machine.unknownWindows(136);
        String session = diary.chance.uuid();
        for (int minute = 0; minute < 14; minute++) {
            diary.row(19, 23, 4 + minute)
                    .from(exit, 5)
                    .on(stranger, session)
                    .to(Program.OFFICE_HOME)
                    .approvedBy(PUSH)
                    .fails(500121, DENIED)
                    .byAttacker();
        }
        diary.row(19, 23, 19)
                .from(exit, 5)
                .on(stranger, session)
                .to(Program.OFFICE_HOME)
                .approvedBy(PUSH)
                .byAttacker();
        diary.row(19, 23, 24)
                .from(exit, 5)
                .on(stranger, session)
                .to(Program.MY_SIGN_INS)
                .byClaim()
                .byAttacker();
        replayed(diary, 20, 21, session, exit, stranger);
        diary.ordinaryDays(19, Diary.DAYS - 1);
    }

    /** Somebody who is in no hurry: every fourth day, from a household in another city of the same country. */
    static void patientVisitor(Diary diary) {
        boolean american = diary.person().place().country.equals("US");
        Network household = (american ? Place.BOSTON : Place.HAMBURG).network("198.19.125.", american ? 7922 : 6805);
        Machine stranger = Machine.unknownWindows(140);
        String session = diary.chance.uuid();
        for (int day = 0; day < Diary.DAYS; day++) {
            diary.ordinaryDay(day);
            if (day == 6) {
                diary.row(day, 13, 44)
                        .from(household, 61)
                        .on(stranger, session)
                        .to(Program.WEB_MAIL)
                        .approvedBy(PUSH)
                        .byAttacker();
            } else if (day > 6 && day % 4 == 2) {
                diary.row(day, 12, diary.chance.below(60))
                        .from(household, 61)
                        .on(stranger, session)
                        .to(Program.WEB_MAIL)
                        .byAttacker();
            }
        }
    }

    /** The number was moved to the attacker's telephone; the text message comes to him. */
    static void stolenNumber(Diary diary) {
        diary.ordinaryDays(0, 21);
        Network carrier = diary.person().mobile();
        Machine telephone = new Machine(
                "",
                "",
                "Android 14",
                "Chrome Mobile 140.0.0",
                "Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0.0.0 Mobile",
                "");
        String session = diary.chance.uuid();
        diary.row(22, 5, 10)
                .from(carrier, 211)
                .on(telephone, session)
                .to(Program.OFFICE_HOME)
                .approvedBy("Text message")
                .fails(50126, WRONG_PASSWORD)
                .byAttacker();
        diary.row(22, 5, 16)
                .from(carrier, 211)
                .on(telephone, session)
                .to(Program.PASSWORD_RESET)
                .approvedBy("Text message")
                .byAttacker();
        diary.row(22, 5, 21)
                .from(carrier, 211)
                .on(telephone, session)
                .to(Program.OFFICE_HOME)
                .approvedBy("Text message")
                .byAttacker();
        replayed(diary, 22, 23, session, carrier, telephone);
        diary.phone(diary.row(22, 8, 5).from(diary.person().home(), diary.homeHost(22)))
                .fails(50173, REVOKED);
        diary.ordinaryDays(24, Diary.DAYS - 1);
    }

    /** The victim is on a trip, and so is his session: both are in the same foreign city. */
    static void stolenOnTheRoad(Diary diary) {
        Network hotel = Place.ISTANBUL.network("198.19.126.", 9121);
        diary.ordinaryDays(0, 6);
        for (int day = 7; day < 11; day++) {
            diary.row(day, 7, 30).from(hotel, 14);
            diary.row(day, 20, 30)
                    .from(hotel, 14)
                    .on(diary.person().laptop(), diary.person().browserSession())
                    .to(Program.OFFICE_HOME)
                    .byClaim();
        }
        Network rented = Network.hosting(51, 9009, Place.ISTANBUL);
        String session = caught(diary, 9, rented, Machine.unknownLinux());
        replayed(diary, 9, 13, session, rented, Machine.unknownLinux());
        diary.ordinaryDays(11, Diary.DAYS - 1);
    }

    /** Passwords are tried and none is right: there is an attacker, and he is not in. */
    static void sprayInVain(Diary diary) {
        diary.ordinaryDays(0, Diary.DAYS - 1);
        Network network = Network.hosting(52, 16276, Place.SINGAPORE);
        for (int attempt = 0; attempt < 12; attempt++) {
            diary.row(5 + attempt, 3, diary.chance.below(60))
                    .from(network, attempt * 11)
                    .on(Machine.program("BAV2ROPC"), "")
                    .to(Program.IMAP)
                    .byPasswordAlone()
                    .over("ropc")
                    .fails(
                            attempt % 4 == 3 ? 50053 : 50126,
                            attempt % 4 == 3 ? "The account is locked." : WRONG_PASSWORD)
                    .byAttacker();
        }
    }

    /** The password was right and the telephone said no. */
    static void deniedByVictim(Diary diary) {
        diary.ordinaryDays(0, Diary.DAYS - 1);
        for (int minute = 10; minute < 13; minute++) {
            diary.row(20, 4, minute)
                    .from(PROXY, 201)
                    .on(Machine.unknownWindows(135), diary.chance.uuid())
                    .to(Program.OFFICE_HOME)
                    .approvedBy(PUSH)
                    .fails(500121, DENIED)
                    .byAttacker();
        }
    }

    /** A sign-in through a proxy, as the log shows it: two interruptions and a success of one correlation. Gives the session. */
    private static String caught(Diary diary, int day, Network proxy, Machine shown) {
        String session = diary.chance.uuid();
        String correlation = diary.chance.uuid();
        for (int code : List.of(50074, 50140, 0)) {
            SignInDraft row = diary.row(day, 10, code == 0 ? 14 : code == 50140 ? 13 : 12)
                    .from(proxy, 41)
                    .on(shown, session)
                    .to(Program.OFFICE_HOME)
                    .approvedBy(PUSH)
                    .togetherWith(correlation);
            if (code != 0) {
                row.fails(
                        code,
                        code == 50140 ? "Interrupt of 'Keep me signed in'." : "Strong authentication is required.");
            }
            row.byAttacker();
        }
        return session;
    }

    private static void replayed(Diary diary, int from, int to, String session, Network network, Machine shown) {
        diary.row(from, 10, 31)
                .from(network, 55)
                .on(shown, session)
                .to(Program.WEB_MAIL)
                .byClaim()
                .byAttacker();
        for (int day = from; day <= to; day++) {
            int visits = 1 + diary.chance.below(3);
            for (int visit = 0; visit < visits; visit++) {
                diary.row(day, 11 + 3 * visit, diary.chance.below(60))
                        .from(network, 55)
                        .on(shown, session)
                        .to(diary.chance.of(List.of(Program.WEB_MAIL, Program.SHAREPOINT)))
                        .byAttacker();
            }
        }
    }

    /** The session that will be stolen, in the victim's own hands and at his own desk. */
    private static void anchor(Diary diary, int day) {
        diary.row(day, 9, 3)
                .on(diary.person().laptop(), diary.person().browserSession())
                .to(Program.OFFICE_HOME)
                .approvedBy(PUSH);
    }

    private static void spray(Diary diary, Program program, List<Network> networks, int triesPerDay) {
        for (int day = 0; day < Diary.DAYS; day++) {
            diary.ordinaryDay(day);
            if (day >= 4 && day < 13) {
                for (int attempt = 0; attempt < triesPerDay; attempt++) {
                    tried(diary, day, program, networks)
                            .fails(50126, WRONG_PASSWORD)
                            .byAttacker();
                }
            } else if (day >= 13 && day < 18) {
                tried(diary, day, program, networks).byAttacker();
            }
        }
    }

    private static SignInDraft tried(Diary diary, int day, Program program, List<Network> networks) {
        return diary.row(day, diary.chance.below(24), diary.chance.below(60))
                .from(diary.chance.of(networks), diary.chance.below(250))
                .on(Machine.program("BAV2ROPC"), "")
                .to(program)
                .byPasswordAlone()
                .over("ropc");
    }
}
