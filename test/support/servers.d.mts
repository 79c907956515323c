import type { ChildProcess } from 'node:child_process';

export function freePort(): Promise<number>;
export function redisServerOnPath(): string | null;
export function startRedisServer(dir: string, port: number, databases?: number, more?: string[]): Promise<ChildProcess>;
export function end(child: ChildProcess, signal?: NodeJS.Signals): Promise<void>;

export interface RunServer {
  url: string;
  /** Which one it is, for people. */
  says: string;
  stop(): Promise<void>;
}
export function redisForThisRun(): Promise<RunServer & { real: boolean }>;
