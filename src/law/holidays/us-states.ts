import type { HolidayCalendar } from './holiday.ts';
import { usAk } from './us-ak.ts';
import { usAl } from './us-al.ts';
import { usAr } from './us-ar.ts';
import { usAz } from './us-az.ts';
import { usCa } from './us-ca.ts';
import { usCo } from './us-co.ts';
import { usCt } from './us-ct.ts';
import { usDc } from './us-dc.ts';
import { usDe } from './us-de.ts';
import { usFl } from './us-fl.ts';
import { usGa } from './us-ga.ts';
import { usHi } from './us-hi.ts';
import { usIa } from './us-ia.ts';
import { usId } from './us-id.ts';
import { usIl } from './us-il.ts';
import { usIn } from './us-in.ts';
import { usKs } from './us-ks.ts';
import { usKy } from './us-ky.ts';
import { usLa } from './us-la.ts';
import { usMa } from './us-ma.ts';
import { usMd } from './us-md.ts';
import { usMe } from './us-me.ts';
import { usMi } from './us-mi.ts';
import { usMn } from './us-mn.ts';
import { usMo } from './us-mo.ts';
import { usMs } from './us-ms.ts';
import { usMt } from './us-mt.ts';
import { usNc } from './us-nc.ts';
import { usNd } from './us-nd.ts';
import { usNe } from './us-ne.ts';
import { usNh } from './us-nh.ts';
import { usNj } from './us-nj.ts';
import { usNm } from './us-nm.ts';
import { usNv } from './us-nv.ts';
import { usNy } from './us-ny.ts';
import { usOh } from './us-oh.ts';
import { usOk } from './us-ok.ts';
import { usOr } from './us-or.ts';
import { usPa } from './us-pa.ts';
import { usRi } from './us-ri.ts';
import { usSc } from './us-sc.ts';
import { usSd } from './us-sd.ts';
import { usTn } from './us-tn.ts';
import { usTx } from './us-tx.ts';
import { usUt } from './us-ut.ts';
import { usVa } from './us-va.ts';
import { usVt } from './us-vt.ts';
import { usWa } from './us-wa.ts';
import { usWi } from './us-wi.ts';
import { usWv } from './us-wv.ts';
import { usWy } from './us-wy.ts';

/** The calendars of the fifty states and the District of Columbia. */
export const usStates: readonly HolidayCalendar[] = [
  usAk,
  usAl,
  usAr,
  usAz,
  usCa,
  usCo,
  usCt,
  usDc,
  usDe,
  usFl,
  usGa,
  usHi,
  usIa,
  usId,
  usIl,
  usIn,
  usKs,
  usKy,
  usLa,
  usMa,
  usMd,
  usMe,
  usMi,
  usMn,
  usMo,
  usMs,
  usMt,
  usNc,
  usNd,
  usNe,
  usNh,
  usNj,
  usNm,
  usNv,
  usNy,
  usOh,
  usOk,
  usOr,
  usPa,
  usRi,
  usSc,
  usSd,
  usTn,
  usTx,
  usUt,
  usVa,
  usVt,
  usWa,
  usWi,
  usWv,
  usWy,
];
