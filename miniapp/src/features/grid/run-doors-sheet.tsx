import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { deliveryText, stateWords } from '@/text/delivery-words';
import { gridText } from '@/text/grid';
import { ListRow, Sheet } from '@/ui';
import { gridPage } from './grid-bar';

type RunDoorsSheetProps = { readonly run: RunView; readonly open: boolean; readonly onClose: () => void };

/** Who is in a run, in walking order: behind a number stands its list, and behind each row its request. */
export function RunDoorsSheet({ run, open, onClose }: RunDoorsSheetProps) {
  const t = useText(gridText);
  const d = useText(deliveryText);
  const doors = [...run.doors].sort((a, b) => a.order - b.order);
  const signOf = (id: string) => run.deliveries.find((each) => each.id === id)?.household?.doorCode;
  const look = (id: string) => {
    onClose();
    void openPage(gridPage('delivery'), { id });
  };
  return (
    <Sheet title={t('runs-doors', { count: doors.length })} open={open} onClose={onClose}>
      {doors.map(({ delivery, code, itemCount, state }, index) => (
        <ListRow
          key={delivery}
          title={[signOf(delivery), code].filter(Boolean).join(' · ')}
          note={[stateWords(d, state), t('runs-items', { count: itemCount })].join(' · ')}
          onPress={() => look(delivery)}
          last={index === doors.length - 1}
        />
      ))}
    </Sheet>
  );
}
