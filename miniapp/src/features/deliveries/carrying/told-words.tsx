import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Card, Words } from '@/ui';
import { wordsForDoor } from './way-words';

/** What was written for whoever stands at the door, before the door itself. */
export function ToldWords({ view }: { readonly view: DeliveryView }) {
  const t = useText(carryingText);
  return (
    <>
      {wordsForDoor(view).map(({ key, words }) => (
        <Card key={`${key}${words}`} tone="amber">
          <Words tone="quiet" block>
            {t(key)}
          </Words>
          <Words size={5} strong>
            {words}
          </Words>
        </Card>
      ))}
    </>
  );
}
