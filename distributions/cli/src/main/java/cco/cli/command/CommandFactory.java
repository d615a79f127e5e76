package cco.cli.command;

/** Creates commands, each without options. Only the chosen one is created. */
final class CommandFactory {

    private CommandFactory() {}

    static Command create(CommandName name) {
        return switch (name) {
            case UPDATE -> new UpdateCommand();
            case INSTALL -> new InstallCommand();
            case VERSIONS -> new VersionsCommand();
            case LIST -> new ListCommand();
            case HOLD -> new HoldCommand();
            case UNHOLD -> new UnholdCommand();
            case HISTORY -> new HistoryCommand();
            case UNINSTALL -> new UninstallCommand();
            case DOCTOR -> new DoctorCommand();
            case CACHE -> new CacheCommand();
            case CONFIG -> new ConfigCommand();
            case TELEMETRY -> new TelemetryCommand();
            case PLUGIN_LIST -> new PluginListCommand();
            case PLUGIN_TRUST -> new PluginTrustCommand();
            case PLUGIN_REMOVE -> new PluginRemoveCommand();
            case PLUGIN_VERIFY -> new PluginVerifyCommand();
            case COMPLETION -> new CompletionCommand(CommandFactory::create);
            case HELP -> new HelpCommand();
            default -> ofPublisher(name);
        };
    }

    private static Command ofPublisher(CommandName name) {
        return switch (name) {
            case RELEASE_PUBLISH -> new ReleasePublishCommand();
            case RELEASE_UPLOAD -> new ReleaseUploadCommand();
            case RELEASE_LIST -> new ReleaseListCommand();
            case RELEASE_STATUS -> new ReleaseStatusCommand();
            case RELEASE_PACK -> new ReleasePackCommand();
            case RELEASE_ADD -> new ReleaseAddCommand();
            case RELEASE_COMPRESS -> new ReleaseCompressCommand();
            case RELEASE_DELTA -> new ReleaseDeltaCommand();
            case RELEASE_SITE -> new ReleaseSiteCommand();
            case RELEASE_PACKAGES -> new ReleasePackagesCommand();
            case RELEASE_PROMOTE -> new ReleasePromoteCommand();
            case RELEASE_WITHDRAW -> new ReleaseWithdrawCommand();
            case RELEASE_DEPRECATE -> new ReleaseDeprecateCommand();
            case RELEASE_INIT -> new ReleaseInitCommand();
            case RELEASE_SIGN -> new ReleaseSignCommand();
            case RELEASE_REFRESH -> new ReleaseRefreshCommand();
            case RELEASE_ROTATE_KEY -> new ReleaseRotateKeyCommand();
            case RELEASE_CHECK -> new ReleaseCheckCommand();
            case RELEASE_INSTALLERS -> new ReleaseInstallersCommand();
            case MIRROR_SYNC -> new MirrorSyncCommand();
            case MIRROR_EXPORT -> new MirrorExportCommand();
            case MIRROR_IMPORT -> new MirrorImportCommand();
            case MIRROR_SERVE -> new MirrorServeCommand();
            default -> throw new AssertionError("no command for " + name);
        };
    }
}
