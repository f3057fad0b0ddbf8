import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { deliveryView } from '@/api/testing/fake-server';
import { withoutContacts } from './without-contacts';

// a view of the fake server is what the contract says; only the branded ids are not branded
const view = (part: object) => deliveryView(part) as unknown as DeliveryView;

test('phone, door, prescription and what the doctor said stay off the device; the next step does not', () => {
  const { id } = view({}).household ?? {};
  const kept = withoutContacts(
    view({
      household: { id, name: '王桂兰', phone: '10000000001', address: { door: '501' }, masked: false },
      doctor: { nextStep: 'CALL', words: '血压高，先别吃这个' },
      prescription: 'photo1',
      wayWords: [{ at: '', words: '放到对门 502' }],
    }),
  );
  expect(JSON.stringify(kept)).not.toMatch(/10000000001|501|502|血压|photo1/);
  expect(kept.doctor).toEqual({ nextStep: 'CALL' });
});
