// Made from the files beside it: node scripts/generate.mjs
import type { Statute } from '../statute.ts';
import { auFoi1982 } from './au-foi-1982.ts';
import { brLai } from './br-lai.ts';
import { caAtia } from './ca-atia.ts';
import { caBcFippa } from './ca-bc-fippa.ts';
import { caOnFippa } from './ca-on-fippa.ts';
import { caPrivacy } from './ca-privacy.ts';
import { caSkFoip } from './ca-sk-foip.ts';
import { deIfg } from './de-ifg.ts';
import { deUig } from './de-uig.ts';
import { deVig } from './de-vig.ts';
import { es192013 } from './es-19-2013.ts';
import { eu10492001 } from './eu-1049-2001.ts';
import { frCrpa } from './fr-crpa.ts';
import { ieFoi2014 } from './ie-foi-2014.ts';
import { inRti2005 } from './in-rti-2005.ts';
import { itDlgs332013 } from './it-dlgs33-2013.ts';
import { jpAit } from './jp-ait.ts';
import { mxLgtaip } from './mx-lgtaip.ts';
import { nzOia1982 } from './nz-oia-1982.ts';
import { ukEir2004 } from './uk-eir-2004.ts';
import { ukFoia2000 } from './uk-foia-2000.ts';
import { ukFoisa2002 } from './uk-foisa-2002.ts';
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
import { usFoia } from './us-foia.ts';
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
import { usPrivacyAct } from './us-privacy-act.ts';
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
import { zaPaia } from './za-paia.ts';

/** Every law that is shipped, by id. */
export const shippedStatutes: readonly Statute[] = [
  auFoi1982,
  brLai,
  caAtia,
  caBcFippa,
  caOnFippa,
  caPrivacy,
  caSkFoip,
  deIfg,
  deUig,
  deVig,
  es192013,
  eu10492001,
  frCrpa,
  ieFoi2014,
  inRti2005,
  itDlgs332013,
  jpAit,
  mxLgtaip,
  nzOia1982,
  ukEir2004,
  ukFoia2000,
  ukFoisa2002,
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
  usFoia,
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
  usPrivacyAct,
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
  zaPaia,
];
