"""What apps call sports in further languages; see `sports`. docs/languages.md tells which were seen in a real file."""

from typing import Final

from lib.model.vocabulary import Sport, SubSport

# German, Danish and Portuguese as Apple's phones and Garmin write them; Swedish, Norwegian, Finnish, Czech, Hungarian,
# Turkish, Russian, Japanese, Chinese, Korean as Strava, Garmin and Apple do; a line a language.
RUNS: Final[dict[SubSport, str]] = {
    SubSport.NONE: """
        outdoor-laufen, laufen im freien, laufen (outdoor), laufen outdoor, lauf im freien, joggen im freien, rennen
        udendørs løb, løb udendørs, løb udenfor, ultraløb, løb ultra, løb på vej, løb på gade, løb i gaderne
        corrida ao ar livre, corrida na rua, ultra corrida, course en extérieur, course à pied en extérieur
        course à pied (extérieur), carrera al aire libre, carrera exterior, corsa all'aperto, corsa outdoor, hardlopen buiten
        buiten hardlopen, bieganie na zewnątrz, bieg na zewnątrz, bieg na świeżym powietrzu
        löpning utomhus, utomhuslöpning, löprunda, ultralopp, löpning på gata, hinderbanelöpning
        løping, løpetur, løp, gateløping, gateløp, ultraløping, ultraløp, utendørs løping, løping utendørs
        juoksu, juoksulenkki, katujuoksu, ultrajuoksu, juoksu ulkona, ulkojuoksu
        běh, běhání, pouliční běh, silniční běh, běh na silnici, ultraběh, ultra běh, běh venku, venkovní běh, beh
        szabadtéri futás, kültéri futás, kocogás, akadályfutás
        koşu, koşma, sokak koşusu, cadde koşusu, yol koşusu, ultra koşu, ultra maraton, açık havada koşu, dış mekan koşu
        dış mekanda koşu, açık hava koşusu, koşmak
        бег, пробежка, забег, бег по улице, уличный бег, бег по шоссе, ультрабег, ультра бег, ультрамарафон, бег на улице
        ラン, ランニング, 屋外ランニング, アウトドアランニング, ランニング(屋外), ストリートランニング, ストリートラン, ロードラン
        ウルトラランニング, ウルトララン, ジョギング, 室外ランニング
        跑步, 路跑, 街跑, 街道跑步, 户外跑步, 室外跑步, 超长跑, 超级马拉松, 超马, 越障跑, 戶外跑步, 室外跑, 户外跑, 超長跑, 馬拉松
        달리기, 러닝, 실외 달리기, 야외 달리기, 로드 러닝, 울트라 러닝
    """,
    SubSport.TRAIL: """
        trail-lauf, trailrun, course en sentier, corrida de trilho, geländelauf, lauf im gelände, løb terræn, terræn løb, løb i terræn, trail løb, løb trail
        corrida em trilhas, corrida nas trilhas, corrida de montanha, corrida trail, corrida em montanha
        bieg trailowy, bieg górski, trailbieg, biegi przełajowe, biegi terenowe
        terränglopp, trail löpning, traillopp, terrengløping, terrengløp, terrengløpning, stiløping, stiløp
        polkujuoksu, maastojuoksu, trailový běh, terénní běh, běh v terénu, běh v přírodě, běh terénem
        terep futás, terepfutas, patika koşusu, arazi koşusu, parkur koşusu, doğa koşusu, patikada koşu
        трейл, трейлраннинг, трейловый забег, забег по пересеченной местности, трейл раннинг, бег по пересеченной местности, бег по тропам, кросс, трейловый бег
        トレイルラン, トレイルランニング, トレラン, 越野跑, 越野跑步, 山径跑, 越野跑步运动, 步道跑, 트레일 러닝, 트레일 런, 트레일 달리기
    """,
    SubSport.TREADMILL: """
        laufen (innen), laufen innen, laufen drinnen, lauf drinnen, indoor-lauf, laufen (indoor), laufen in der halle
        lauf (indoor), indoorlauf, laufband-lauf, løb indendørs, løb inde, løb løbebånd, løb på bånd, løbebåndsløbe
        corrida (esteira), corrida em local fechado, corrida em recinto fechado, corrida em espaço fechado, corrida interna
        course à pied (intérieur), course à pied en intérieur, course intérieure, carrera bajo techo, carrera en cinta de correr
        corsa al chiuso, binnen lopen, hardlopen binnen, bieg na bieżni mechanicznej, bieganie na bieżni mechanicznej
        bieg halowy, löpband löpning, inomhus löpning, löpning inne, tredemølle, tredemølleløping, løping på tredemølle
        tredemølleløp, innendørs løping, innendørsløping, løping innendørs
        juoksumatto, juoksumattojuoksu, juoksu juoksumatolla, juoksu sisällä, sisäjuoksu, juoksumattoharjoitus
        běžecký pás, běh na pásu, běh na běžeckém pásu, běžecký trenažér, běh v hale, halový běh, běh uvnitř
        futópados futás, futás futópadon, futás beltérben, koşu bandı, koşu bandında koşu, koşu bandı koşusu, iç mekan koşu
        iç mekanda koşu, kapalı alanda koşu, salonda koşu, salon koşusu
        беговая дорожка, бег на беговой дорожке, бег на дорожке, бег в помещении, бег в зале, бег на тренажере
        トレッドミル, トレッドミルランニング, トレッドミルラン, 室内ランニング, 屋内ランニング, インドアランニング, インドアラン
        ランニング(屋内), ランニングマシン, 屋内ラン, 室内ラン
        跑步机, 跑步机跑步, 跑步機, 跑步機跑步, 室内跑步, 室內跑步, 室内跑, 室內跑
        트레드밀, 트레드밀 달리기, 러닝머신, 실내 달리기, 트레드밀 러닝, 실내 러닝
    """,
    SubSport.TRACK: """
        løb bane, løb på atletikbane, baneløbe, corrida em pista de atletismo, corrida pista, banløpning, baneløping
        løping på bane, banelöpning, ratajuoksu, juoksu radalla, běh na dráze, dráhový běh, běh na stadionu, pályás futás
        atletika, pist koşusu, pistte koşu, бег по стадиону, бег на стадионе, бег по треку, бег на треке, легкая атлетика
        トラックラン, トラックランニング, トラック走, 田径, 田径跑, 跑道跑, 跑道跑步, 操场跑步, 径赛跑, 場地跑, 田徑, 田徑跑, 트랙 달리기, 트랙 러닝
    """,
    SubSport.VIRTUAL: """
        løb virtuel, virtuel løb, virtuell løping, virtuell løpetur, virtuelt løp, virtuaalijuoksu, virtuaalinen juoksu
        virtuální běh, sanal koşu, виртуальный бег, виртуальная пробежка, виртуальный забег
        バーチャルラン, バーチャルランニング, 虚拟跑步, 虚拟跑, 虛擬跑步, 가상 달리기, 가상 러닝
    """,
}
OTHERS: Final[dict[Sport, str]] = {
    Sport.WALK: """
        outdoor-gehen, gehen im freien, gehen (outdoor), gehen (innen), gehen innen, gehen drinnen, spazieren
        spazieren gehen, outdoor-spaziergang, indoor-gehen, indoor-spaziergang, gåtur udendørs, gang udendørs, gåture
        gang indendørs, gåtur indendørs, udendørs gang, caminhada ao ar livre, caminhada em ambiente fechado, caminhada indoor
        caminhada interna, marche en extérieur, marche en intérieur, marche (extérieur), camminata outdoor
        camminata all'aperto, caminata al aire libre, buiten wandelen, spacer na zewnątrz, promenad utomhus
        promenader, stavgång, gående, gåing, spasertur, tur, gange, kävely, kävelylenkki, sauvakävely
        chůze, procházka, gyaloglás a szabadban, gyalogtúra séta, yürüyüş, yürüme, açık havada yürüyüş, iç mekan yürüyüş
        ходьба, прогулка, ходьба на улице, ходьба в помещении, скандинавская ходьба
        ウォーキング, ウォーク, 屋外ウォーキング, 室内ウォーキング, 屋内ウォーキング, 散歩, 步行, 健走, 散步, 户外步行, 室内步行, 戶外步行, 室內步行
        걷기, 실외 걷기, 실내 걷기, 야외 걷기
    """,
    Sport.HIKE: """
        vandretur i naturen, hiking, caminhadas, caminhada na natureza, fottur, fjelltur, vandring i fjällen, turgåing
        vaellus, patikointi, retkeily, turistika, pěší turistika, vysokohorská turistika, túra, hegyi túra
        doğa yürüyüşü, yürüyüş (doğa), dağ yürüyüşü, поход, походы, пеший туризм, хайкинг, пешие походы
        ハイキング, ハイク, 登山, トレッキング, 徒步, 远足, 健行, 徒步旅行, 登山徒步, 遠足, 하이킹, 등산
    """,
    Sport.RIDE: """
        outdoor-radfahren, radfahren im freien, radfahren (outdoor), radfahren (innen), radfahren innen, radfahren indoor
        indoor-rad, radfahren drinnen, cykling på landevej, cykling landevej, cykling indendørs, cykling inde, cykling udendørs
        mountainbike, cykling mountainbike, gravelcykling, cykling gravel, virtuel cykling, cykling virtuel
        ciclismo ao ar livre, ciclismo em ambiente fechado, ciclismo de montanha, mountain bike, ciclismo em estrada
        passeio de bicicleta, pedalada virtual, ciclismo de interior, vélo en extérieur, vélo en intérieur, ciclismo all'aperto
        buiten fietsen, cykeltur, cykling utomhus, cykling inomhus, mountainbikecykling, virtuell cykling, landsvägscykel
        sykling, sykkeltur, landeveissykling, innendørs sykling, innendørssykling, terrengsykling, virtuell sykling
        virtuell sykkeltur, pyöräily, maantiepyöräily, sisäpyöräily, maastopyöräily, virtuaalipyöräily, pyörälenkki
        cyklistika, jízda na kole, silniční cyklistika, halová cyklistika, horská cyklistika, jízda na horském kole
        virtuální jízda, cyklistika v hale, kolo, spinning, bicikli, kerékpár, hegyi kerékpározás, kerékpározás a szabadban
        virtuális kerékpározás, bisiklet, bisiklete binme, bisiklet sürme, yol bisikleti, kapalı alan bisikleti, dağ bisikleti
        iç mekan bisiklet, sanal bisiklet, açık havada bisiklet, sanal sürüş, sürüş
        велоспорт, велосипед, велозаезд, велопоездка, езда на велосипеде, заезд, шоссейный велоспорт, велотренажер, горный велосипед
        велоспорт в помещении, виртуальный заезд, велотренировка
        サイクリング, ライド, ロードサイクリング, ロードバイク, 屋内サイクリング, 室内サイクリング, インドアサイクリング, バーチャルライド
        マウンテンバイク, マウンテンバイクライド, 屋外サイクリング, バーチャルサイクリング, グラベルライド, 自転車
        骑行, 骑车, 公路骑行, 室内骑行, 室内自行车, 山地骑行, 山地自行车, 虚拟骑行, 户外骑行, 自行车, 公路自行车, 騎車, 自行車, 室內自行車
        자전거, 라이딩, 사이클링, 실내 자전거, 로드 사이클링, 산악 자전거, 가상 라이딩
    """,
    Sport.SWIM: """
        schwimmen im becken, beckenschwimmen, freiwasser-schwimmen, schwimmen im freiwasser, bahnschwimmen
        svøm i pool, svøm i bassin, svøm i åbent vand, svømning pool, svøm, poolsvømning, svømning i pool, svøm åbent vand
        natação em alto mar, natação em mar aberto, natação em água aberta, nado em águas abertas, nado em piscina
        natação na piscina, natação em piscina aberta, simning i bassäng, bassängsimning, simning i pool, poolsim, poolsimning
        simning öppet vatten, öppet vatten, svømming, bassengsvømming, svømming i basseng, svømming i åpent vann
        åpent vann-svømming, svømmetur, uinti, allasuinti, avovesiuinti, uinti altaassa
        plavání, plavání v bazénu, bazénové plavání, bazén, plavání v otevřené vodě, plavání na otevřené vodě
        úszás medencében, uszodai úszás, úszás nyílt vízen, nyílt vízi úszás, yüzme, havuzda yüzme, havuz yüzmesi
        açık su yüzme, açık suda yüzme, açık su yüzüşü, плавание, плавание в бассейне, плавание на открытой воде
        плавание в открытой воде, бассейн, заплыв, スイミング, 水泳, スイム, プールスイム, プール水泳, プールスイミング
        オープンウォータースイミング, オープンウォーター, オープンウォータースイム, 游泳, 泳池游泳, 公开水域游泳, 开放水域游泳
        公開水域游泳, 泳池, 开放水域, 수영, 수영장 수영, 실내 수영, 오픈 워터 수영, 야외 수영
    """,
    Sport.ROW: """
        rudergerät, rudern (indoor), roning indendørs, remo indoor, remada, rodd, roddmaskin, inomhusrodd, rodd inomhus
        roing, innendørs roing, soutu, sisäsoutu, veslování, veslování v hale, veslařský trenažér, veslování na trenažéru
        evezés, beltéri evezés, evezőpad, kürek, kürek çekme, iç mekan kürek, kapalı alan kürek, гребля, гребной тренажер
        гребля в помещении, ローイング, 室内ローイング, ボート漕ぎ, 屋内ローイング, 划船, 室内划船, 划船机, 划船機, 조정, 로잉, 실내 로잉
    """,
    Sport.SKI: """
        ski, skilaufen, langrendsski, esqui cross-country, esqui nórdico, skidåkning, längdskidor, alpint, utförsåkning
        längdåkning, snowboardåkning, langrenn, langrennsski, alpint, skigåing, randonee, hiihto, murtomaahiihto, laskettelu
        lumilautailu, lyžování, běžecké lyžování, běžky, sjezdové lyžování, snowboarding, síelés, sífutás, kayak, kros kayağı
        лыжи, беговые лыжи, горные лыжи, лыжные гонки, сноуборд, スキー, クロスカントリースキー, スノーボード, 滑雪, 越野滑雪
        单板滑雪, 스키, 크로스컨트리 스키, 스노보드
    """,
    Sport.SKATE: """
        inliner, rulleskøjter, patins, skridskoåkning, inlines, inlineåkning, skøyter, rulleskøyter, luistelu, rullaluistelu
        bruslení, in-line bruslení, inline bruslení, görkorcsolya, korcsolyázás, paten, buz pateni, коньки, роликовые коньки
        ролики, スケート, インラインスケート, 滑冰, 轮滑, 直排轮, 스케이트, 인라인 스케이트
    """,
    Sport.ELLIPTICAL: """
        ellipse, ellipsen, elíptico, elipse, aparelho elíptico, crosstrainer (motionsmaskin), elliptisk trener
        ellipsemaskin, ellipsmaskin, crosstrainer, elliptinen, elliptinen harjoittelu, eliptický trenažér, elliptikus tréner
        elliptikus, elipsgép, eliptik, eliptik bisiklet, эллипс, эллипсоид, эллиптический тренажер
        エリプティカル, エリプティカルトレーナー, クロストレーナー, 椭圆机, 椭圆训练机, 橢圓機, 일립티컬, 엘립티컬
    """,
    Sport.STAIRS: """
        treppen, stepper, trapper, trappegang, trappemaskine, subir escada, escada, step, trappmaskin, trappor
        trappklättring, trapper gåing, porraskävely, portaat, porrasharjoittelu, chůze do schodů, schody, lépcsőzés
        merdiven çıkma, merdiven, подъем по лестнице, степпер, 階段上り, 階段, ステアステッパー, 爬楼梯, 爬楼机, 楼梯机, 爬樓梯
        계단 오르기, 스테퍼
    """,
    Sport.STRENGTH: """
        funktionales krafttraining, traditionelles krafttraining, funktionelles krafttraining, klassisches krafttraining
        krafttraining (funktional), krafttraining (traditionell), rumpftraining, coretraining, core-training, kraft
        gewichtheben, styrketræning traditionel, traditionel styrketræning, funktionel styrketræning, kernetræning, styrke
        treinamento de força tradicional, treinamento de força funcional, treino de força tradicional, treino de força funcional
        treinamento funcional de força, treinamento tradicional de força, treinamento funcional, levantamento de peso, força
        entraînement de force traditionnel, entraînement de force fonctionnel, renforcement musculaire traditionnel
        renforcement musculaire fonctionnel, entraînement de force, entrenamiento de fuerza tradicional
        entrenamiento de fuerza funcional, entrenamiento tradicional de fuerza, entrenamiento funcional de fuerza
        allenamento di forza tradizionale, allenamento di forza funzionale, allenamento funzionale, traditionele krachttraining
        functionele krachttraining, tradycyjny trening siłowy, funkcjonalny trening siłowy
        styrketrening, vekttrening, styrkelöft, viktträning, styrka, traditionell styrketräning, funktionell styrketräning
        tradisjonell styrketrening, funksjonell styrketrening, voimaharjoittelu, voimaharjoitus, kuntosali
        kuntosaliharjoittelu, painoharjoittelu, silový trénink, posilování, posilovna, trénink s činkami, silové cvičení
        súlyzós edzés, erőnléti edzés, erősítés, erőedzés, erő, kuvvet antrenmanı, ağırlık antrenmanı, güç antrenmanı
        ağırlık çalışması, kuvvet, geleneksel kuvvet antrenmanı, fonksiyonel kuvvet antrenmanı, kuvvet çalışması
        силовая тренировка, силовые тренировки, тренировка с весом, тренировка с отягощениями, силовая
        функциональная силовая тренировка, традиционная силовая тренировка, тяжелая атлетика, пауэрлифтинг, кроссфит
        筋力トレーニング, 筋トレ, ウエイトトレーニング, ウェイトトレーニング, ストレングストレーニング, 筋トレーニング
        従来型筋力トレーニング, 機能的筋力トレーニング, クロスフィット, コアトレーニング
        力量训练, 力量, 重量训练, 负重训练, 举重, 传统力量训练, 功能性力量训练, 核心训练, 肌力訓練, 重量訓練, 傳統肌力訓練, 功能性肌力訓練
        근력 운동, 근력 운동 (전통), 웨이트 트레이닝, 근력 훈련, 전통적인 근력 강화 운동, 기능성 근력 강화 운동, 코어 트레이닝, 크로스핏
    """,
    Sport.MOBILITY: """
        abkühlen, cool-down, beweglichkeitstraining, flexibilität, achtsamkeit, meditation, åndedræt, smidighed, udstrækning
        alongamento, flexibilidade, respiro, rörlighet, andning, stretchning, andningsarbete, bevegelighet, pust, pusteøvelser
        jooga, pilates, venyttely, hengitysharjoitus, liikkuvuus, jóga, pilates, strečink, protahování, mobilita, dech
        dechová cvičení, nyújtás, légzőgyakorlat, yoga, esneme, esneklik, nefes, nefes egzersizi, йога, пилатес, растяжка
        дыхание, дыхательные упражнения, мобильность, ヨガ, ピラティス, ストレッチ, 呼吸, ブレスワーク, モビリティ, 瑜伽, 瑜珈, 普拉提, 拉伸
        呼吸练习, 柔韧性, 灵活性, 요가, 필라테스, 스트레칭, 호흡, 호흡 운동
    """,
    Sport.TEAM: """
        fussball, fußball (soccer), futebol de campo, tênis, ténis, basquetebol, voleibol, fotboll, innebandy, ishockey
        fotball, håndball, jalkapallo, salibandy, jääkiekko, koripallo, lentopallo, sulkapallo, fotbal, florbal, hokej
        házená, volejbal, basketbal, labdarúgás, foci, kézilabda, kosárlabda, tenisz, futbol, basketbol, voleybol, tenis
        masa tenisi, футбол, баскетбол, волейбол, теннис, хоккей, бадминтон, настольный теннис, サッカー, テニス, バスケットボール
        バドミントン, 卓球, 野球, 足球, 篮球, 羽毛球, 网球, 乒乓球, 排球, 籃球, 網球, 축구, 농구, 테니스, 배드민턴, 탁구, 야구
    """,
    Sport.OTHER: """
        hochintensives intervalltraining, intervalltraining, gemischtes cardio, cardiotraining, cardio gemischt, multisport
        seilspringen, boxen, kampfsport, crosstraining, golf, udholdenhed, kardiotræning
        konditionstræning, cardiovascular, cardio indoor, treino intervalado, multiesporte, outra, outras, treino cardio
        entraînement par intervalles, cardio mixte, otra, altra, kondition, konditionsträning, träning, träningspass, övrigt
        övriga, klättring, golf, kondisjon, kondisjonstrening, trening, treningsøkt, annet, annen, klatring, fler-sport
        harjoitus, treeni, muu, sydän, kardio, kiipeily, monilaji, trénink, cvičení, jiné, ostatní, jiná, kardio trénink
        lezení, horolezectví, edzés, kardió, mászás, antrenman, diğer, kardiyo, tırmanış, çoklu spor, boks
        тренировка, другое, прочее, кардио, интервальная тренировка, скалолазание, мультиспорт, триатлон, бокс, гольф
        ワークアウト, その他, カーディオ, 有酸素運動, クライミング, トライアスロン, マルチスポーツ, ボクシング, ゴルフ
        锻炼, 训练, 其他, 有氧, 有氧运动, 攀岩, 铁人三项, 多项运动, 拳击, 高尔夫, 其它, 室内有氧, 跳绳, 訓練, 有氧運動
        운동, 기타, 유산소, 유산소 운동, 클라이밍, 철인 3종 경기, 복싱, 골프, 高强度间歇训练
    """,
}
