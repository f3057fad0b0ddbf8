import { useState } from 'react';
import { Button, Card, CountdownRing, EmptyState, FailedState, Rows, Sheet, Skeleton, Words } from '@/ui';

const offerSeconds = 90;
const nothing = () => undefined;

/** The four states of a screen, and the sheet with an offer. */
export function StatesPart() {
  const [open, setOpen] = useState(false);
  const [endsAt] = useState(() => new Date(Date.now() + offerSeconds * 700));
  return (
    <Rows>
      <Button look="main" label="有一单给您" onPress={() => setOpen(true)} />
      <Skeleton rows={2} />
      <Card>
        <EmptyState title="还没有人等" hint="有新的会响一声，您先歇会儿" />
      </Card>
      <Card>
        <FailedState what="没连上，菜单没取到" stored="kept" phone="10000000001" onRetry={nothing} />
      </Card>
      <Sheet title="顺路带三袋？" open={open} onClose={() => setOpen(false)}>
        <CountdownRing endsAt={endsAt} totalSeconds={offerSeconds} />
        <Words size={5}>红旗小区东片，3 袋，约 9 公斤。您离得最近，今天才 2 单。</Words>
        <Button look="main" icon="check" label="我来" onPress={nothing} />
        <Button label="这次不行" onPress={() => setOpen(false)} />
      </Sheet>
    </Rows>
  );
}
