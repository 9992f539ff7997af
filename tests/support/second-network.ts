import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from '../../scripts/chromium.ts';

const IP = ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'].find((place) => existsSync(place)) ?? 'ip';

const NFT = ['/usr/sbin/nft', '/sbin/nft', '/usr/bin/nft'].find((place) => existsSync(place)) ?? 'nft';

const ip = (...words: readonly string[]): void => {
  execFileSync(IP, words, { stdio: ['ignore', 'ignore', 'pipe'] });
};

/** One rule for whatever arrives, or none, in a table of this name: what else is filtered stays as it is. */
function filter([program = NFT, ...words]: readonly string[], table: string, rule: string | null): void {
  const clear = [`add table inet ${table}`, `delete table inet ${table}`];
  const laid = [
    `add table inet ${table}`,
    `add chain inet ${table} arriving { type filter hook input priority 0; }`,
    `add rule inet ${table} arriving ${rule}`,
  ];
  execFileSync(program, [...words, '-f', '-'], {
    input: `${[...clear, ...(rule === null ? [] : laid)].join('\n')}\n`,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}

/** A network of its own beside this machine's, joined by one cable: a hall that reaches the server over the network. */
export class SecondNetwork {
  /** This machine's address on the cable. */
  readonly serverAddress: string;
  readonly hallAddress: string;
  readonly #name: string;
  readonly #cable: string;

  private constructor(number: number) {
    this.#name = `diem-cau-${process.pid}`;
    this.#cable = `dc${process.pid % 1_000_000}`;
    this.serverAddress = `10.213.${number}.1`;
    this.hallAddress = `10.213.${number}.2`;
  }

  static open(): SecondNetwork {
    if (process.getuid?.() !== 0) throw new Error('a second network can be made by root alone: run the tests as root');
    const network = new SecondNetwork(process.pid % 250);
    try {
      network.#lay();
    } catch (cause) {
      network.close();
      throw new Error(`no second network can be made here (CAP_NET_ADMIN and ${IP} are needed)`, { cause });
    }
    return network;
  }

  /** Chromium as a program of that network. */
  chromiumThere(folder: string): string {
    const script = join(folder, 'chromium-there');
    writeFileSync(script, `#!/bin/sh\nexec ${IP} netns exec ${this.#name} ${chromiumPath()} "$@"\n`);
    chmodSync(script, 0o755);
    return script;
  }

  /** Pulls the cable out; nothing passes until `mend`. */
  cut(): void {
    ip('link', 'set', this.#cable, 'down');
  }

  mend(): void {
    ip('link', 'set', this.#cable, 'up');
  }

  /**
   * Drops this share of the packets each way, whatever they carry; 0: none. Each way where it arrives: a packet that is
   * dropped where it is sent would be an error to its sender, and no line tells that.
   */
  lose(percent: number): void {
    const share = percent === 100 ? 'drop' : `numgen random mod 100 < ${percent} drop`;
    const drop = percent === 0 ? null : share;
    filter([IP, 'netns', 'exec', this.#name, NFT], this.#cable, drop);
    filter([NFT], this.#cable, drop === null ? null : `iifname "${this.#cable}" ${drop}`);
  }

  /** What `ip` says of that network. */
  ask(...words: readonly string[]): string {
    return execFileSync(IP, ['-netns', this.#name, ...words], { encoding: 'utf8' });
  }

  /** Also after half of it was laid; the other end of the cable goes with this one. */
  close(): void {
    for (const undo of [
      () => filter([NFT], this.#cable, null),
      () => ip('link', 'delete', this.#cable),
      () => ip('netns', 'delete', this.#name),
    ]) {
      try {
        undo();
      } catch {
        // It was never made, or is gone already.
      }
    }
  }

  #lay(): void {
    const there = `${this.#cable}h`;
    for (const words of [
      `netns add ${this.#name}`,
      `link add ${this.#cable} type veth peer name ${there} netns ${this.#name}`,
      `address add ${this.serverAddress}/30 dev ${this.#cable}`,
      `link set ${this.#cable} up`,
      `-netns ${this.#name} address add ${this.hallAddress}/30 dev ${there}`,
      `-netns ${this.#name} link set ${there} up`,
      `-netns ${this.#name} link set lo up`,
    ]) {
      ip(...words.split(' '));
    }
  }
}
