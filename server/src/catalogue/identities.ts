/**
 * User names, without the tenant, that Windows writes for an enrollment made with the device's identity: a device
 * credential of ConfigMgr, Autopilot or Windows 365. They say "not a user", and do not say who triggered it.
 */
export const deviceIdentityNames: readonly string[] = ['foouser', 'autopilot'];
