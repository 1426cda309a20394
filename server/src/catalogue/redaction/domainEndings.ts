const generic =
  'com net org edu gov mil int info biz cloud app dev online site store tech global group company company corp ' +
  'corporate local lan intra intranet internal intern home priv private ad lab labs test testing example invalid ' +
  'localdomain domain dom localnet office work works network systems services solutions digital bank school ' +
  'university health care hospital law energy media agency international city berlin hamburg koeln wien bayern nrw ' +
  'swiss london paris amsterdam nyc eus asia tokyo africa xyz tel mobi jobs travel museum coop aero arpa host';

const countries =
  'ac ad ae af ag ai al am ao ar at au aw az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ' +
  'ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh ' +
  'gi gl gm gn gp gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kr ' +
  'kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ' +
  'ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si ' +
  'sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve ' +
  'vg vi vn vu wf ws ye yt za zm zw';

/** Last labels of the names of hosts: the countries, the common generic ones, and those of networks without a public name. */
export const domainEndings: readonly string[] = [...new Set(`${generic} ${countries}`.split(' '))];

/** `readme.md` and `setup.sh` are files unless more speaks for a host. */
export const fileEndings: readonly string[] = ['md', 'py', 'sh', 'cc', 'so', 'ps', 'vc', 'sc', 'st'];
