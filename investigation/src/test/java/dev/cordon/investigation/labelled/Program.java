package dev.cordon.investigation.labelled;

/** An application as the log names it, with the interface it is signed in for. The ids are Microsoft's own. */
enum Program {
    OFFICE_HOME("4765445b-32c6-49b0-83e6-1d93765276ca", "OfficeHome", "OfficeHome", "Browser"),
    WEB_MAIL("9199bf20-a13f-4107-85dc-02114787ef48", "One Outlook Web", Program.EXCHANGE, "Browser"),
    SHAREPOINT("00000003-0000-0ff1-ce00-000000000000", Program.FILES, Program.FILES, "Browser"),
    MY_SIGN_INS("19db86c3-b2b9-44cc-b339-36da233a3be2", "My Signins", "Microsoft Graph", "Browser"),
    PASSWORD_RESET(
            "93625bc8-bfe2-437a-97e0-3d0060024faa", "Microsoft password reset service", "Microsoft Graph", "Browser"),
    OUTLOOK("d3590ed6-52b3-4102-aeff-aad2292ab01c", "Microsoft Office", Program.EXCHANGE, Program.RICH),
    OFFICE_GRAPH("d3590ed6-52b3-4102-aeff-aad2292ab01c", "Microsoft Office", "Microsoft Graph", Program.RICH),
    OUTLOOK_MOBILE("27922004-5251-4030-b22d-91ecd9a37ea4", "Outlook Mobile", Program.EXCHANGE, Program.RICH),
    APPLE_MAIL("f8d98a96-0999-43f5-8af3-69971c7bb423", "Apple Internet Accounts", Program.EXCHANGE, Program.RICH),
    TEAMS("1fec8e78-bce4-4aaf-ab1b-5451cc387264", "Microsoft Teams", "Microsoft Teams Services", Program.RICH),
    BROKER(
            "29d9ed98-a469-4536-ade2-f981bc1d605e",
            "Microsoft Authentication Broker",
            "Device Registration Service",
            Program.RICH),
    AZURE_CLI(
            "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
            "Microsoft Azure CLI",
            "Windows Azure Service Management API",
            Program.RICH),
    GRAPH_COMMANDS(
            "14d82eec-204b-4c2f-b7e8-296a70dab67e",
            "Microsoft Graph Command Line Tools",
            "Microsoft Graph",
            Program.RICH),
    DOCUMENT_VIEWER("7c1d0f4a-5a4e-4f0e-9a43-5f0c6f3a2b11", "Secure Document Viewer", "Microsoft Graph", Program.RICH),
    TIMESHEETS("51e7c2b0-93d5-4a88-8c1f-2f0a4d9be733", "Timesheets", "Microsoft Graph", "Browser"),
    IMAP(Program.EXCHANGE_ID, Program.EXCHANGE, Program.EXCHANGE, "IMAP4"),
    SMTP(Program.EXCHANGE_ID, Program.EXCHANGE, Program.EXCHANGE, "Authenticated SMTP"),
    ACTIVE_SYNC(Program.EXCHANGE_ID, Program.EXCHANGE, Program.EXCHANGE, "Exchange ActiveSync");

    private static final String EXCHANGE_ID = "00000002-0000-0ff1-ce00-000000000000";
    private static final String EXCHANGE = "Office 365 Exchange Online";
    private static final String FILES = "Office 365 SharePoint Online";
    private static final String RICH = "Mobile Apps and Desktop clients";

    final String appId;
    final String name;
    final String resource;
    final String client;

    Program(String appId, String name, String resource, String client) {
        this.appId = appId;
        this.name = name;
        this.resource = resource;
        this.client = client;
    }
}
