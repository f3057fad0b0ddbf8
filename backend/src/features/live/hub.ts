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

/** Shared by all who listen to it: with a thousand phones, a text of its own for each would be most of what they weigh. */
interface Topic {
  readonly key: string;
  readonly listeners: Set<Listener>;
}

/** Who of this process listens to what. */
export function hub() {
  const byTopic = new Map<string, Topic>();
  const all = new Map<Listener, readonly Topic[]>();
  function topicAt(key: string): Topic {
    const topic = byTopic.get(key) ?? { key, listeners: new Set() };
    byTopic.set(key, topic);
    return topic;
  }

  return {
    join(listener: Listener, county: string, topics: readonly string[]): void {
      const joined = topics.map((topic) => topicAt(`${county} ${topic}`));
      all.set(listener, joined);
      for (const { listeners } of joined) listeners.add(listener);
    },
    leave(listener: Listener): void {
      for (const { key, listeners } of all.get(listener) ?? []) {
        listeners.delete(listener);
        if (listeners.size === 0) byTopic.delete(key);
      }
      all.delete(listener);
    },
    /** The text is made once for all. */
    publish(announcement: AnnouncementRecord): void {
      const listeners = new Set<Listener>();
      for (const topic of announcement.topics) {
        const found = byTopic.get(`${announcement.county} ${topic}`);
        for (const listener of found?.listeners ?? []) listeners.add(listener);
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
