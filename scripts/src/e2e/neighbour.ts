import { getDelivery, myDeliveries } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { myNotices } from '@grid-relief/shared-types/notices/notice.contract';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import type { Page } from 'playwright-core';
import { asking, neighbour, type Stage, stored, told } from './people';
import { holdsSoon } from './persistently';
import { allWords, openScreen, reads } from './screen';

/** Nothing of the request reaches the neighbour: not on the screen, not by its address, not by asking the server. */
export async function neighbourSeesNothing(stage: Stage, page: Page, id: string, when: string): Promise<void> {
  const { checks, system } = stage;
  const said = (what: string) => `${when}, the neighbour ${what}`;
  await openScreen(page, system.address, '/pages/home/index');
  await checks.check(said('sees nothing under way'), await reads(page, '眼下没有在办的'));
  const { code } = await stored(stage, id);
  await openScreen(page, system.address, `/pages/delivery/index?id=${id}`);
  await checks.check(said('is told at its address that there is no such thing'), await reads(page, '这一单看不到了'));
  const words = await allWords(page);
  await checks.check(
    said('reads neither its code nor a name'),
    ![code, '王桂兰', '柴鸡蛋'].some((word) => words.includes(word)),
  );
  const stranger = await asking(stage, neighbour);
  const isNotFound = async () => {
    const record = await stranger.call(getDelivery, { params: { id: RecordId.parse(id) } });
    return !record.ok && record.status === 404;
  };
  await checks.check(said('gets a 404 for it'), await holdsSoon(isNotFound));
  const list = await told(() => stranger.call(myDeliveries, { query: {} }));
  await checks.check(said('has an empty list'), list.items.length === 0);
  const inbox = await told(() => stranger.call(myNotices, { query: {} }));
  await checks.check(said('has an empty inbox'), inbox.items.length === 0);
}
