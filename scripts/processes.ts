/** Whatever a script starts ends with it: at its end, on failure, on Ctrl+C and on a termination signal. */
import type { ChildProcess } from 'node:child_process';

const running = new Set<() => void>();

/** Has the child ended when this process ends. Call the result once the child is gone. */
export function endAtExit(child: ChildProcess): () => void {
  return atExit(() => {
    end(child);
  });
}

/** Runs `action` (synchronous) when this process ends, however that happens. The result takes it back. */
export function atExit(action: () => void): () => void {
  if (running.size === 0) listen();
  running.add(action);
  return () => {
    running.delete(action);
  };
}

/**
 * Ends this process, and with it whatever it started, once the process that started it is gone: npm that was killed
 * takes nobody along.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  // Windows keeps telling the old number, and its terminals end what they started.
  setInterval(() => {
    if (process.ppid !== parent) process.exit(143);
  }, 500).unref();
}

/** Ends a child; one that leads a process group (started with `detached`) takes its own children along. */
export function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform !== 'win32' && child.spawnargs.length > 0) {
      process.kill(groups.has(child) ? -child.pid : child.pid, signal);
    } else {
      child.kill(signal);
    }
  } catch {
    // It ended in between.
  }
}

const groups = new WeakSet<ChildProcess>();

/** Marks a child that was started with `detached: true`, so that its whole group is ended. */
export function leadsGroup(child: ChildProcess): void {
  groups.add(child);
}

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.on('exit', endAll);
  for (const signal of signals) {
    process.once(signal, () => {
      endAll();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
}

function endAll(): void {
  for (const action of running) action();
  running.clear();
}
