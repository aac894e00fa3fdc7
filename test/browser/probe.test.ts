import { test } from 'vitest';
import { servedHouse } from './support/house.ts';

test('p', async () => {
  const t = Date.now();
  const h = await servedHouse('tamrin');
  console.log('ready', Date.now() - t, h.address, h.setUpLink);
  console.log(await h.linkFor('duty.officer@tamrin.example'));
  await h.close();
  console.log('closed', Date.now() - t);
}, 120000);
