/** First parts of registry keys, WMI namespaces, device instances and paths that are often written in capitals. */
export const pathRoots: readonly string[] = words(`
  root software system sam security hklm hkcu hku hkcr hkcc hkey_local_machine registry machine ccm sms ccmsetup cimv2
  wmi wow6432node windows system32 syswow64 microsoft policies programdata device default users bin logs temp drivers
  usb usb4 usbstor pci acpi hid swd sw hdaudio bth bthenum bthledevice storage scsi ide display monitor umb intelaudio
  uefi htree mmdevice ucm nvme volume inventory policy classes interface clsid appid typelib global local session
  basenamedobjects mup pipe
`);

/** Names of registry keys that follow a product's name. */
export const keyNames: readonly string[] = words('settings currentversion parameters microsoft software');

/** First labels of hosts that name a service: part of the diagnosis, the same everywhere. */
export const serviceNames: readonly string[] = words(`
  ad enterpriseregistration enterpriseenrollment autodiscover autologon sts adfs fs sso wpad lyncdiscover
`);

/** Shares that Windows, ConfigMgr and common tools make, without `$`. */
export const shareNames: readonly string[] = words(`
  admin ipc print fax netlogon sysvol pipe mailslot ccm ccmsetup ccmcache reminst remoteinstall deploymentshare
  dfs dfsroot wsuscontent updateservicespackages contentlib adminui.contentlib osd drivers iso isos wim wims tmp inetpub
`);

/** The key of Windows can be worked out from these bytes. */
export const secretValues: readonly string[] = words('digitalproductid digitalproductid4');

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
