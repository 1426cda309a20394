import { realpath, statfs } from 'node:fs/promises';

/** What is asked of the system; paths and numbers as it gives them. */
export interface DiskQuestions {
  readonly platform: NodeJS.Platform;
  /** The path behind links and drive letters. */
  realPath(path: string): Promise<string>;
  /** The number of the kind of file system. */
  fileSystemType(path: string): Promise<number>;
}

/**
 * Whether a file is certain to lie on a disk of this machine, where asking costs microseconds. A share may let anybody
 * wait who asks it, for half a minute where it went away. Never rejects.
 */
export async function isOnLocalDisk(path: string, system: DiskQuestions = thisSystem): Promise<boolean> {
  try {
    switch (system.platform) {
      case 'win32':
        // Windows resolves the letter of a connected share to the share: Z:\ is \\server\share\ then.
        return !isShare(path) && !isShare(await system.realPath(path));
      case 'linux':
        return localFileSystems.has(await system.fileSystemType(path));
      default:
        // Elsewhere the numbers mean something else on every system.
        return false;
    }
  } catch {
    return false;
  }
}

function isShare(path: string): boolean {
  return path.startsWith('\\\\');
}

/** File systems of local disks and memory, by the numbers of Linux (statfs(2), linux/magic.h). */
const localFileSystems: ReadonlySet<number> = new Set([
  0xef53, // ext2, ext3, ext4
  0x58465342, // XFS
  0x9123683e, // Btrfs
  0xf2f52010, // F2FS
  0x2fc12fc1, // ZFS
  0xca451a4e, // bcachefs
  0x01021994, // tmpfs
  0x858458f6, // ramfs
  0x794c7630, // overlayfs
]);

const thisSystem: DiskQuestions = {
  platform: process.platform,
  realPath: (path) => realpath(path),
  // A signed number on some machines.
  fileSystemType: async (path) => (await statfs(path)).type >>> 0,
};
