import { mkdtemp, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { testHouse } from '/work/main/test/support/house.ts';
import { importGazetteer } from '/work/main/src/places/commands/import-gazetteer.ts';
import { searchPlaces } from '/work/main/src/places/commands/search-places.ts';
import { PlaceSearchQuery } from '/work/main/src/places/contract.ts';
it('volume', async () => {
  const h = await testHouse(); const m = await h.member(['administrator']);
  const syl = ['ba','ngui','bo','ssa','goa','nd','ele','ka','ga','ban','doro','zem','io','ouan','da','bri','a','mbre','sib','ut','kou','ki','bir','ao','ra','fai','yal','inga'];
  let x = 12345; const r = (n: number) => { x = (x * 1103515245 + 12345) % 2147483648; return Math.floor(x / 65536) % n; };
  const name = () => Array.from({length: 2 + r(3)}, () => syl[r(syl.length)]).join('');
  const N = 200000;
  const rows = Array.from({length: N}, (_, i) => `${i},${name()},${name()};${name()},${r(80)}.5,${r(170)}.5,${r(1000)}`);
  const f = `${await mkdtemp('/tmp/k/vol-')}/a.csv`; await writeFile(f, 'id,name,aliases,lat,lon,population\n' + rows.join('\n'));
  let t = Date.now();
  const res = await importGazetteer(h.db, m, {name:'v',source:'v',licence:null,path:f}, async () => {});
  console.log('import', Date.now()-t, res.added);
  for (const q of ['bangui','ba','b','bosangoa','نديلي','kaga bandoro','zemio','ندل','بو']) {
    await h.db.read(m, (tx) => searchPlaces(tx, PlaceSearchQuery.parse({q})));
    t = performance.now(); const hits = await h.db.read(m, (tx) => searchPlaces(tx, PlaceSearchQuery.parse({q}))); 
    console.log(q, (performance.now()-t).toFixed(0), 'ms', hits.slice(0,4).map(x=>`${x.name}/${x.matched}/${x.score.toFixed(2)}`).join(' '));
  }
  await h.db.read(m, async (tx) => {
    for (const c of ["n.folded % 'bangui' order by similarity(n.folded,'bangui') desc", "n.folded ~>=~ 'ba' and n.folded ~<~ 'ba~'", "n.sound = 'ndl'"]) {
      const { rows } = await tx.client.query(`explain analyze select n.place from places.place_name n where n.mission=1 and ${c} limit 150`);
      console.log(rows.map((x) => x['QUERY PLAN']).join('\n'));
    }
  });
  t = Date.now(); console.log(await importGazetteer(h.db, m, {name:'v',source:'v',licence:null,path:f}, async () => {}), Date.now()-t);
  await h.close();
}, 300000);
