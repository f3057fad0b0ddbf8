import { revealHousehold } from '@grid-relief/shared-types/households/household.contract';
import { RefusedWords, useReveal } from '@/api';
import { callPhone } from '@/platform';
import { Button } from '@/ui';

/** Phones a home: its number is opened by a look that is written down, and kept nowhere. */
export function CallHome({ household, label }: { readonly household: string; readonly label: string }) {
  const { problem, isBusy, open } = useReveal(revealHousehold, household);
  const phone = async () => {
    const opened = await open('CALL');
    if (opened) void callPhone(opened.phone);
  };
  return (
    <>
      <RefusedWords of={problem} />
      <Button icon="phone" busy={isBusy} label={label} onPress={() => void phone()} />
    </>
  );
}
