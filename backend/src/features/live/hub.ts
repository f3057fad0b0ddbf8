import type { LiveMessage } from '@grid-relief/shared-types/live/live.schema';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import type { AnnouncementRecord } from './announcement.record';
import { markOf } from './mark';

/** Whoever listens: told in one text, and cut off when it does not keep up. */
export interface Listener {
  readonly person: string;
  tell(text: string): void;
}

/** The message that a record has changed. */
export function changedText(announcement: AnnouncementRecord): string {
  const message: LiveMessage = {
    type: 'changed',
    record: RecordId.parse(announcement.record),
    kind: announcement.kind,
    revision: announcement.revision,
    mark: markOf(announcement),
  };
  return JSON.stringify(message);
}

/** Who of this process listens to what. */
export function hub() {
  const byTopic = new Map<string, Set<Listener>>();
  const all = new Map<Listener, readonly string[]>();
  return {
    join(listener: Listener, county: string, topics: readonly string[]): void {
      const keys = topics.map((topic) => `${county} ${topic}`);
      all.set(listener, keys);
      for (const key of keys) byTopic.set(key, (byTopic.get(key) ?? new Set()).add(listener));
    },
    leave(listener: Listener): void {
      for (const key of all.get(listener) ?? []) {
        const listeners = byTopic.get(key);
        listeners?.delete(listener);
        if (listeners?.size === 0) byTopic.delete(key);
      }
      all.delete(listener);
    },
    /** The text is made once for all. */
    publish(announcement: AnnouncementRecord): void {
      const listeners = new Set<Listener>();
      for (const topic of announcement.topics) {
        for (const listener of byTopic.get(`${announcement.county} ${topic}`) ?? []) listeners.add(listener);
      }
      if (listeners.size === 0) return;
      const text = changedText(announcement);
      for (const listener of listeners) listener.tell(text);
    },
    listeners: (): readonly Listener[] => [...all.keys()],
    of: (person: string): readonly Listener[] => [...all.keys()].filter((listener) => listener.person === person),
  };
}
export type Hub = ReturnType<typeof hub>;
