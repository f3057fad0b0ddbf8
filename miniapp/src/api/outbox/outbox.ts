import type { Outcome } from '../problem';
import { type Command, type Intent, storable } from './command';
import { afterAnswer, allDue, nextWake, sendableNow, withDependants } from './outbox-rules';

/** The world around the outbox; tests give another one, with losses, delays and kills. */
export type OutboxWorld = {
  readonly now: () => number;
  readonly random: () => number;
  readonly later: (ms: number, run: () => void) => () => void;
  /** Writes one command under its own key; false when the device has no room. */
  readonly write: (id: string, value: unknown) => boolean;
  readonly remove: (command: Command) => void;
  readonly send: (command: Command) => Promise<Outcome<unknown>>;
};

export type Outbox = {
  /** Writes first, sends then. `kept` false: it is being sent but would not survive the end of the program. */
  readonly enqueue: (intents: readonly Intent[]) => { readonly kept: boolean };
  readonly commands: () => readonly Command[];
  readonly retry: (id: string) => void;
  readonly discard: (id: string) => void;
  /** Sends now whatever waits. */
  readonly flush: () => void;
  /** Forgets sent ones that a screen has shown. */
  readonly forgetSent: (record: string) => void;
  /** Forgets everything; used when the device is wiped. Answers that come later fall on nothing. */
  readonly clear: () => void;
  readonly onChange: (listener: () => void) => () => void;
  readonly onSent: (listener: (command: Command, value: unknown) => void) => () => void;
  /** The server refused it: the record may have moved on. */
  readonly onRefused: (listener: (command: Command) => void) => () => void;
};

function listenerSet<Told extends readonly unknown[]>() {
  const listeners = new Set<(...told: Told) => void>();
  return {
    tell: (...told: Told) => {
      for (const listener of listeners) listener(...told);
    },
    add: (listener: (...told: Told) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function freshCommand(intent: Intent, seq: number, now: number): Command {
  const fresh = { tries: 0, notBefore: 0, state: 'waiting' } as const;
  return { ...intent, needs: [...(intent.needs ?? [])], seq, savedAt: new Date(now).toISOString(), ...fresh };
}

/** Runs it then; nothing to wait for: never. Gives the way to call it off. */
const wakeLater = ({ later }: OutboxWorld, ms: number | undefined, run: () => void) =>
  ms === undefined ? () => {} : later(ms, run);

/** What was sent leaves the device; what was refused stays on it with its reason. */
function rememberOn(world: OutboxWorld, after: Command): void {
  if (after.state === 'sent') world.remove(after);
  if (after.state === 'refused') world.write(after.id, storable(after));
}

/**
 * The write-ahead outbox: what a person does is on the device before it is on the network, and leaves the device only
 * after the server has it. One per program.
 */
export function createOutbox(world: OutboxWorld, restored: readonly Command[]): Outbox {
  let all: readonly Command[] = restored;
  let seq = Math.max(0, ...restored.map((each) => each.seq));
  let cancelWake = () => {};
  const changed = listenerSet<[]>();
  const sent = listenerSet<[Command, unknown]>();
  const refused = listenerSet<[Command]>();

  const become = (next: readonly Command[]) => {
    all = next;
    changed.tell();
  };
  const put = (one: Command) => become(all.map((each) => (each.id === one.id ? one : each)));

  const settle = (id: string, outcome: Outcome<unknown>) => {
    const command = all.find((each) => each.id === id);
    if (command === undefined) return;
    const after = afterAnswer(command, outcome, world.now(), world.random);
    rememberOn(world, after);
    put(after);
    if (outcome.ok) sent.tell(after, outcome.value);
    else if (after.state === 'refused') refused.tell(after);
    work();
  };

  const work = () => {
    for (const command of sendableNow(all, world.now())) {
      put({ ...command, state: 'sending' });
      void world.send(command).then((outcome) => settle(command.id, outcome));
    }
    cancelWake();
    cancelWake = wakeLater(world, nextWake(all, world.now()), work);
  };

  const add = (intent: Intent): boolean => {
    if (all.some(({ id }) => id === intent.id)) return true;
    seq += 1;
    const command = freshCommand(intent, seq, world.now());
    const kept = world.write(command.id, storable(command));
    become([...all, command]);
    return kept;
  };

  return {
    enqueue: (intents) => {
      const kept = intents.map(add).every(Boolean);
      work();
      return { kept };
    },
    commands: () => all,
    retry: (id) => {
      const command = all.find((each) => each.id === id && each.state === 'refused');
      if (command === undefined) return;
      const again: Command = { ...command, state: 'waiting', tries: 0, notBefore: 0, problem: undefined };
      world.write(id, storable(again));
      put(again);
      work();
    },
    discard: (id) => {
      const gone = withDependants(id, all);
      for (const each of gone) world.remove(each);
      become(all.filter((each) => !gone.includes(each)));
      work();
    },
    flush: () => {
      become(allDue(all));
      work();
    },
    forgetSent: (record) => become(all.filter((each) => each.record !== record || each.state !== 'sent')),
    clear: () => {
      cancelWake();
      become([]);
    },
    onChange: changed.add,
    onSent: sent.add,
    onRefused: refused.add,
  };
}
