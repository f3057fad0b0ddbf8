import { useState } from 'react';

type Drafts<Form> = { readonly write: (form: Form) => boolean };

/** A form that is written to the device at every change. */
export function useForm<Form>(drafts: Drafts<Form>, begin: () => Form) {
  const [form, setForm] = useState<Form>(begin);
  const [isKept, setKept] = useState(true);
  const change = (part: Partial<Form>) =>
    setForm((before) => {
      const next = { ...before, ...part };
      setKept(drafts.write(next));
      return next;
    });
  return { form, change, isKept };
}
