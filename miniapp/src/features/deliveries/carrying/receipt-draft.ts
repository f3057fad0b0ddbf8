import { Fen } from '@grid-relief/shared-types/primitives/fen';
import * as z from '@grid-relief/shared-types/zod';
import { useEffect, useState } from 'react';
import { newId } from '@/api';
import { keepFile, keptFile, type LocalFile, readStored, removeStored, takePhoto, writeStored } from '@/platform';

const Draft = z.object({
  prices: z.record(z.string(), Fen),
  bags: z.int(),
  /** The id under which the photo is kept on the device. */
  photo: z.optional(z.string()),
});
type Draft = z.infer<typeof Draft>;

const empty: Draft = { prices: {}, bags: 1 };
const parse = (stored: unknown) => z.safeParse(Draft, stored).data;

const keyOf = (delivery: string) => `receipt:${delivery}`;

/** Forgets what was filled in, once the server has the purchase. */
export const forgetReceiptDraft = (delivery: string): void => removeStored(keyOf(delivery));

export type ReceiptDraft = Draft & {
  readonly file: LocalFile | undefined;
  readonly setPrice: (line: string, fen: number) => void;
  readonly setBags: (bags: number) => void;
  /** False where no photo came. */
  readonly shoot: () => Promise<boolean>;
};

/** What is being filled in at the till, kept on the device: a phone that dies at the counter loses nothing. */
export function useReceiptDraft(delivery: string): ReceiptDraft {
  const key = keyOf(delivery);
  const [draft, setDraft] = useState<Draft>(() => readStored(key, parse) ?? empty);
  const [file, setFile] = useState<LocalFile>();
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    writeStored(key, next);
  };
  useEffect(() => {
    const { photo } = draft;
    if (photo === undefined || file !== undefined) return;
    // a photo that went with a dropped act is gone from the device: it is taken again
    void keptFile(photo).then((kept) => (kept ? setFile(kept) : setDraft({ ...draft, photo: undefined })));
  }, [draft, file]);
  return {
    ...draft,
    file,
    setPrice: (line, fen) => change({ prices: { ...draft.prices, [line]: fen } }),
    setBags: (bags) => change({ bags }),
    shoot: async () => {
      const taken = await takePhoto('camera');
      if (taken === undefined) return false;
      const photo = newId();
      await keepFile(photo, taken);
      setFile(taken);
      change({ photo });
      return true;
    },
  };
}
