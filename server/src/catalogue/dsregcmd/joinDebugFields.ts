import type { DsregcmdEntry } from '../types.ts';
import { describeField } from './field.ts';

const shared = { section: null, stage: 'join', reference: null, evidence: 'reported' } as const;

/** What `dsregcmd /join /debug` prints about one join attempt; it has no sections. */
export const joinDebugFields: readonly DsregcmdEntry[] = [
  describeField({
    ...shared,
    id: 'dsregcmd.pre-check-result',
    field: 'preCheckResult',
    fact: 'join-check',
    meaning: 'Whether this attempt goes on after its checks.',
    healthy: 'Join.',
    ifWrong: 'The device does not even try to join; the values below say why.',
    expectation: { kind: 'none-of', values: ['DoNotJoin'] },
    sample: 'preCheckResult: Join',
  }),
  describeField({
    ...shared,
    id: 'dsregcmd.device-keys-healthy',
    field: 'deviceKeysHealthy',
    meaning: 'Whether the keys of an existing join work; undefined where the check was not made.',
    healthy: 'YES or undefined.',
    ifWrong: 'The keys of the device do not work.',
    expectation: { kind: 'none-of', values: ['NO'] },
    causeId: 'tpm',
    sample: 'deviceKeysHealthy: undefined',
  }),
  describeField({
    ...shared,
    id: 'dsregcmd.is-dc-available',
    field: 'isDcAvailable',
    meaning: 'Whether a domain controller answers. A hybrid join needs one.',
    healthy: 'YES.',
    ifWrong: 'No domain controller was found, so the device cannot make a hybrid join now.',
    cause: 'The device is outside the corporate network or without VPN, or it is not a member of a domain.',
    remedy: 'Connect the device to the corporate network, check with nltest /dsgetdc: and try again.',
    expectation: { kind: 'none-of', values: ['NO'] },
    causeId: 'domain-controller',
    sample: 'isDcAvailable: YES',
  }),
  ...[
    [
      'is-joined',
      'isJoined',
      'Whether the device was joined already; undefined where the check was not made.',
      'undefined',
    ],
    ['is-system', 'isSystem', 'Whether the attempt ran as SYSTEM, as the real join does.', 'YES'],
    [
      'key-container',
      'keyContainer',
      'The container of the key; undefined where none was made.',
      'undefined',
    ],
    [
      'dsr-instance',
      'dsrInstance',
      'The device registration service that was found; undefined where none was.',
      'undefined',
    ],
    ['elapsed-seconds', 'elapsedSeconds', 'How long the attempt took.', '0'],
    ['result-code', 'resultCode', 'How the attempt ended. 0x1 only says that it did not succeed.', '0x0'],
  ].map(([id = '', field = '', meaning = '', value = '']) =>
    describeField({ ...shared, id: `dsregcmd.${id}`, field, meaning, sample: `${field}: ${value}` }),
  ),
];
