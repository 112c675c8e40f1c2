package dev.cordon.investigation.labelled;

import dev.cordon.investigation.labelled.Network.Place;
import java.time.Duration;
import java.util.List;

/** What people without an attacker do in thirty days; many of them look like one. */
final class HonestDays {
    private static final String PUSH = "Mobile app notification";
    private static final String WRONG_PASSWORD = "Error validating credentials due to invalid username or password.";

    private HonestDays() {}

    static void office(Diary diary) {
        diary.ordinaryDays(0, Diary.DAYS - 1);
    }

    static void homeOffice(Diary diary) {
        for (int day = 0; day < Diary.DAYS; day++) {
            if (day % 7 == 1 || day % 7 == 3) {
                diary.ordinaryDay(day);
            } else if (!Diary.isWeekend(day)) {
                diary.homeDay(day);
            }
        }
    }

    /** Four days abroad: the hotel's wireless in the evening, the telephone on a foreign network. */
    static void businessTrip(Diary diary) {
        Place there = diary.chance.of(List.of(Place.SINGAPORE, Place.CHICAGO, Place.ISTANBUL, Place.STOCKHOLM));
        Network hotel = there.network("198.19." + (140 + diary.person().number()) + ".", 9874);
        Network roaming = there.network("198.19." + (160 + diary.person().number()) + ".", 8346);
        diary.ordinaryDays(0, 13);
        for (int day = 14; day < 18; day++) {
            diary.row(day, 7, 20 + day).from(hotel, 31);
            diary.phone(diary.row(day, 12, 10).from(roaming, 100 + day));
            diary.row(day, 21, 5)
                    .from(hotel, 31)
                    .on(diary.person().laptop(), diary.person().browserSession())
                    .to(Program.OFFICE_HOME)
                    .approvedBy(PUSH);
        }
        diary.ordinaryDays(18, Diary.DAYS - 1);
    }

    /** A private VPN whose exit is in another country, on the managed laptop, in the evening. */
    static void vpnAbroad(Diary diary) {
        Network exit = diary.chance.of(List.of(
                Network.hosting(1, 9009, Place.BUCHAREST),
                Network.hosting(2, 9009, Place.AMSTERDAM),
                Network.hosting(3, 9009, Place.TORONTO)));
        for (int day = 0; day < Diary.DAYS; day++) {
            diary.ordinaryDay(day);
            if (day % 3 == 1) {
                diary.row(day, 20, diary.chance.below(50)).from(exit, day * 7);
                diary.row(day, 21, diary.chance.below(50))
                        .from(exit, day * 7)
                        .on(diary.person().laptop(), diary.person().browserSession())
                        .to(Program.WEB_MAIL)
                        .byClaim();
            }
        }
    }

    /** All of the company's traffic leaves through a security service in a rented network, in whichever city answers first. */
    static void companyGateway(Diary diary) {
        List<Network> exits = List.of(
                Network.hosting(10, 62044, Place.FRANKFURT),
                Network.hosting(11, 62044, Place.AMSTERDAM),
                Network.hosting(12, 13335, Place.PARIS));
        for (int day = 0; day < Diary.DAYS; day++) {
            if (!Diary.isWeekend(day)) {
                diary.deskDay(day, diary.chance.of(exits), diary.person().number());
                diary.phoneOnTheRoad(day);
            }
        }
    }

    /** A carrier that shows another city every hour. */
    static void carrierHopping(Diary diary) {
        List<Place> cities = diary.person().place().country.equals("US")
                ? List.of(Place.AUSTIN, Place.CHICAGO, Place.LOS_ANGELES)
                : List.of(Place.BERLIN, Place.HAMBURG, Place.FRANKFURT, Place.MUNICH);
        for (int day = 0; day < Diary.DAYS; day++) {
            diary.ordinaryDay(day);
            Network cell = diary.chance.of(cities).network("198.19." + (60 + diary.chance.below(8)) + ".", 3209);
            diary.phone(diary.row(day, 7 + diary.chance.below(14), 3).from(cell, diary.chance.below(250)));
        }
    }

    static void newTelephone(Diary diary) {
        diary.ordinaryDays(0, 11);
        Machine telephone = new Machine("", "", "Android 15", "", "Outlook-Android/2.0", "");
        diary.becomes(diary.person().withPhone(telephone, diary.chance.uuid()));
        diary.phone(diary.row(12, 19, 12).from(diary.person().home(), diary.homeHost(12)))
                .approvedBy("Text message");
        diary.row(12, 19, 31)
                .from(diary.person().home(), diary.homeHost(12))
                .on(diary.person().laptop(), diary.person().browserSession())
                .to(Program.MY_SIGN_INS)
                .approvedBy("Text message");
        diary.ordinaryDays(13, Diary.DAYS - 1);
    }

    static void newLaptop(Diary diary) {
        diary.ordinaryDays(0, 9);
        diary.becomes(diary.person().with(Machine.managedWindows(diary.chance, "LT-2701"), diary.chance.uuid()));
        diary.row(10, 9, 2)
                .on(Machine.program("Windows-AzureAD-Authentication-Provider/1.0"), diary.chance.uuid())
                .to(Program.BROKER)
                .approvedBy(PUSH);
        diary.row(10, 9, 26).to(Program.OFFICE_HOME).approvedBy(PUSH);
        diary.ordinaryDays(11, Diary.DAYS - 1);
    }

    static void nightShift(Diary diary) {
        for (int day = 0; day < Diary.DAYS; day++) {
            if (day % 4 < 3) {
                diary.row(day, 22, diary.chance.below(30));
                diary.row(day, 26, diary.chance.below(60))
                        .on(diary.person().laptop(), diary.person().browserSession())
                        .to(Program.TIMESHEETS)
                        .byClaim();
                diary.phone(diary.row(day, 29, diary.chance.below(50))
                        .from(diary.person().mobile(), day * 5));
            }
        }
    }

    /** A program that reads a shared mailbox at night, always from the same server in a rented network. */
    static void serviceAccount(Diary diary) {
        Network server = Network.hosting(20, 24940, diary.person().place());
        Machine program = Machine.program("python-requests/2.32.3");
        String session = diary.chance.uuid();
        for (int day = 0; day < Diary.DAYS; day++) {
            diary.row(day, 2, 15)
                    .from(server, 9)
                    .on(program, session)
                    .to(Program.OFFICE_GRAPH)
                    .silentByPassword();
            diary.row(day, 14, 15)
                    .from(server, 9)
                    .on(program, session)
                    .to(Program.OFFICE_GRAPH)
                    .silentByPassword();
        }
    }

    /** A printer that sends scans: an old protocol, a password alone, the office's address. */
    static void scanner(Diary diary) {
        for (int day = 0; day < Diary.DAYS; day++) {
            if (!Diary.isWeekend(day)) {
                diary.row(day, 8 + diary.chance.below(9), diary.chance.below(60))
                        .on(Machine.program("BAV2ROPC"), "")
                        .to(Program.SMTP)
                        .byPasswordAlone()
                        .over("ropc");
            }
        }
    }

    /** Outlook goes straight out, the browser through a tunnel in another country: two countries in the same minute. */
    static void splitTunnel(Diary diary) {
        Network tunnel = diary.person().place() == Place.LONDON
                ? Network.hosting(30, 16509, Place.FRANKFURT)
                : Network.hosting(31, 16509, Place.LONDON);
        for (int day = 0; day < Diary.DAYS; day++) {
            if (!Diary.isWeekend(day)) {
                SignInDraft outlook = diary.row(day, 8, diary.chance.below(50))
                        .from(diary.person().home(), diary.homeHost(day));
                diary.row(outlook.at().plusSeconds(20))
                        .from(tunnel, 44)
                        .on(diary.person().laptop(), diary.person().browserSession())
                        .to(Program.OFFICE_HOME)
                        .byClaim();
            }
        }
    }

    static void conferenceWireless(Diary diary) {
        Network hall = Place.MADRID.network("198.19.70.", 766);
        diary.ordinaryDays(0, 20);
        for (int day = 21; day < 24; day++) {
            diary.row(day, 9, diary.chance.below(50)).from(hall, 8);
            diary.phone(diary.row(day, 11, diary.chance.below(50)).from(hall, 8));
            diary.row(day, 16, diary.chance.below(50))
                    .from(hall, 9)
                    .on(diary.person().laptop(), diary.person().browserSession())
                    .to(Program.SHAREPOINT)
                    .byClaim();
        }
        diary.ordinaryDays(24, Diary.DAYS - 1);
    }

    /** A line at home that gives the laptop a new address of IPv6 with every connection. */
    static void privacyAddresses(Diary diary) {
        Person person = diary.person();
        Network line = person.place()
                .network(
                        "2001:db8:" + Integer.toHexString(0x400 + person.number()) + ":10:",
                        person.home().autonomousSystem());
        diary.becomes(person.living(line, person.mobile()));
        for (int day = 0; day < Diary.DAYS; day++) {
            if (!Diary.isWeekend(day)) {
                diary.deskDay(day, line, 1 + diary.chance.below(60_000));
                diary.phone(diary.row(day, 20, diary.chance.below(60)).from(line, 1 + diary.chance.below(60_000)));
            }
        }
    }

    static void forgottenPassword(Diary diary) {
        diary.ordinaryDays(0, 14);
        for (int minute = 2; minute < 8; minute++) {
            diary.row(15, 8, minute)
                    .on(diary.person().laptop(), diary.person().browserSession())
                    .to(Program.OFFICE_HOME)
                    .approvedBy(PUSH)
                    .fails(50126, WRONG_PASSWORD);
        }
        diary.row(15, 8, 12)
                .on(diary.person().laptop(), diary.chance.uuid())
                .to(Program.PASSWORD_RESET)
                .approvedBy("Text message");
        diary.row(15, 8, 20)
                .on(diary.person().laptop(), diary.person().browserSession())
                .to(Program.OFFICE_HOME)
                .approvedBy(PUSH);
        diary.phone(diary.row(15, 8, 40).from(diary.person().mobile(), 12))
                .fails(50173, "The provided grant has expired due to it being revoked.");
        diary.ordinaryDays(16, Diary.DAYS - 1);
    }

    /** Two weeks at the sea: only the telephone, on the hotel's wireless and on a foreign carrier. */
    static void holidayAbroad(Diary diary) {
        Network hotel = Place.PALMA.network("198.19.80.", 12479);
        Network carrier = Place.PALMA.network("198.19.81.", 12430);
        diary.ordinaryDays(0, 11);
        for (int day = 12; day < 26; day++) {
            diary.phone(diary.row(day, 9 + diary.chance.below(12), 30)
                    .from(diary.chance.in(50) ? hotel : carrier, 60 + day));
        }
        diary.row(19, 22, 15)
                .from(hotel, 77)
                .on(Machine.privateMac(), diary.chance.uuid())
                .to(Program.WEB_MAIL)
                .approvedBy(PUSH);
        diary.ordinaryDays(26, Diary.DAYS - 1);
    }

    /** Lives in one country and works in another. */
    static void borderCommuter(Diary diary) {
        Person person = diary.person();
        diary.becomes(person.living(
                Place.MULHOUSE.network("198.18." + (60 + person.number()) + ".", 12322),
                Place.BASEL.network("198.19.90.", 6730)));
        for (int day = 0; day < Diary.DAYS; day++) {
            if (!Diary.isWeekend(day)) {
                diary.deskDay(day, Place.BASEL.network("198.19.91.", 3303), 5);
                diary.phoneOnTheRoad(day);
                diary.phoneAtHome(day);
            }
        }
    }

    /** An administrator's tools: the command line asks for a code, from the office, on a managed laptop. */
    static void honestDeviceCode(Diary diary) {
        for (int day = 0; day < Diary.DAYS; day++) {
            diary.ordinaryDay(day);
            if (day % 7 == 2) {
                SignInDraft code = diary.row(day, 11, diary.chance.below(60))
                        .on(diary.person().laptop(), diary.chance.uuid())
                        .to(Program.AZURE_CLI)
                        .approvedBy(PUSH)
                        .over("deviceCode");
                diary.row(code.at().plus(Duration.ofHours(2)))
                        .on(Machine.program("python/3.12.4 (Windows-11) azure-cli/2.64.0"), diary.chance.uuid())
                        .to(Program.AZURE_CLI);
            }
        }
    }

    static void privateMachines(Diary diary) {
        diary.becomes(diary.person().with(Machine.privateMac(), diary.chance.uuid()));
        for (int day = 0; day < Diary.DAYS; day++) {
            if (!Diary.isWeekend(day)) {
                diary.homeDay(day);
            }
            if (day % 8 == 5) {
                diary.row(day, 16, 40)
                        .from(diary.person().home(), diary.homeHost(day))
                        .on(Machine.unknownWindows(139), diary.chance.uuid())
                        .to(Program.WEB_MAIL)
                        .approvedBy(PUSH);
            }
        }
    }

    static void newColleague(Diary diary) {
        diary.row(14, 9, 5)
                .on(Machine.program("Windows-AzureAD-Authentication-Provider/1.0"), diary.chance.uuid())
                .to(Program.BROKER)
                .approvedBy("Temporary Access Pass");
        diary.row(14, 9, 40).to(Program.MY_SIGN_INS).approvedBy("Temporary Access Pass");
        diary.phone(diary.row(14, 12, 3).from(diary.person().mobile(), 9)).approvedBy(PUSH);
        diary.ordinaryDays(15, Diary.DAYS - 1);
    }

    /** Pressed "No" by mistake, twice, and then "Yes". */
    static void deniedByMistake(Diary diary) {
        diary.ordinaryDays(0, 16);
        for (int minute = 4; minute < 6; minute++) {
            diary.row(17, 8, minute)
                    .from(diary.person().home(), diary.homeHost(17))
                    .on(diary.person().laptop(), diary.person().browserSession())
                    .to(Program.OFFICE_HOME)
                    .approvedBy(PUSH)
                    .fails(500121, "Authentication failed during strong authentication request.");
        }
        diary.row(17, 8, 7)
                .from(diary.person().home(), diary.homeHost(17))
                .on(diary.person().laptop(), diary.person().browserSession())
                .to(Program.OFFICE_HOME)
                .approvedBy(PUSH);
        diary.ordinaryDays(18, Diary.DAYS - 1);
    }

    /** A browser that was updated in the middle of a session, and a provider that gave the office a new address. */
    static void updatedBrowser(Diary diary) {
        diary.ordinaryDays(0, 13);
        Person person = diary.person();
        String agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                + "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0";
        diary.becomes(person.with(person.laptop().withBrowser("Edge 142.0.0", agent), person.browserSession()));
        for (int day = 14; day < Diary.DAYS; day++) {
            if (!Diary.isWeekend(day)) {
                diary.deskDay(day, person.office(), 200);
            }
        }
    }
}
