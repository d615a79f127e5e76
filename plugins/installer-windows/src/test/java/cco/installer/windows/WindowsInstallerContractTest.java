package cco.installer.windows;

import cco.api.PlatformInstaller;
import cco.tck.PlatformInstallerContract;
import java.util.List;

class WindowsInstallerContractTest extends PlatformInstallerContract {

    @Override
    protected PlatformInstaller installer() {
        return new WindowsInstaller();
    }

    @Override
    protected List<String> systems() {
        return List.of("Windows 10", "Windows 11", "Windows Server 2025");
    }
}
