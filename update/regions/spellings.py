"""Latin spellings of Chinese places that are no plain reading of their characters.

Readings that names of places have of characters with several, after the Dictionary of Chinese
Place Names; Mongolian, Tibetan and Uyghur names as the atlas of the Surveying and Mapping
Administration spells them, or as English has long had them (Lhasa, Kashgar, Shigatse).
"""

from __future__ import annotations

from pypinyin import load_phrases_dict, load_single_dict

# What a character is read as in names of places, where pypinyin's first reading is another.
_CHARACTERS = {
    "长": "cháng", "都": "dū", "什": "shí", "勒": "lè", "佛": "fó", "漯": "luò", "伽": "jiā",
    "和": "hé", "会": "huì", "珲": "hún", "曲": "qū", "宿": "sù", "色": "sè", "藏": "zàng",
}  # fmt: skip
_NAMES = {
    "长子": "zhǎng zǐ", "涡阳": "guō yáng", "乐陵": "lào líng", "乐亭": "lào tíng",
    "浚县": "xùn xiàn", "洪洞": "hóng tóng", "繁峙": "fán shì", "六合": "lù hé", "六安": "lù ān",
    "筠连": "jūn lián", "荥经": "yíng jīng", "荥阳": "xíng yáng", "宕昌": "tàn chāng",
    "大城": "dài chéng", "召陵": "shào líng", "覃塘": "qín táng", "穆棱": "mù líng",
    "大埔": "dà bù", "番禺": "pān yú", "乐清": "yuè qīng", "渑池": "miǎn chí", "单县": "shàn xiàn",
    "莘县": "shēn xiàn", "蚌埠": "bèng bù", "台州": "tāi zhōu", "丽水": "lí shuǐ",
    "亳州": "bó zhōu", "泸州": "lú zhōu", "长治": "cháng zhì", "重庆": "chóng qìng",
    "尉犁": "yù lí", "闵行": "mǐn háng", "民乐": "mín lè", "莎车": "shā chē", "漯河": "luò hé", "朝阳": "cháo yáng",
}  # fmt: skip


def teach() -> None:
    """Tell pypinyin the readings of names of places."""
    load_single_dict({ord(character): reading for character, reading in _CHARACTERS.items()})
    load_phrases_dict(
        {name: [[each] for each in reading.split(" ")] for name, reading in _NAMES.items()}
    )


SPELLINGS = {
    "呼和浩特": "Hohhot", "乌鲁木齐": "Ürümqi", "哈尔滨": "Harbin", "齐齐哈尔": "Qiqihar",
    "拉萨": "Lhasa", "日喀则": "Shigatse", "鄂尔多斯": "Ordos", "呼伦贝尔": "Hulunbuir",
    "锡林郭勒": "Xilin Gol", "巴彦淖尔": "Bayannur", "乌兰察布": "Ulanqab", "阿拉善": "Alxa",
    "兴安": "Hinggan", "喀什": "Kashgar", "伊犁": "Ili", "克拉玛依": "Karamay",
    "吐鲁番": "Turpan", "阿克苏": "Aksu", "和田": "Hotan", "阿勒泰": "Altay",
    "巴音郭楞": "Bayingolin", "博尔塔拉": "Bortala", "克孜勒苏": "Kizilsu", "阿坝": "Ngawa",
    "甘孜": "Garzê", "林芝": "Nyingchi", "昌都": "Qamdo", "那曲": "Nagqu", "阿里": "Ngari",
    "果洛": "Golog", "二连浩特": "Erenhot", "锡林浩特": "Xilinhot", "乌兰浩特": "Ulanhot",
    "陕县": "Shaanxian", "陕州": "Shaanzhou", "格尔木": "Golmud", "德令哈": "Delingha",
    # Inner Mongolia
    "土默特左": "Tumed Left", "土默特右": "Tumed Right", "科尔沁右翼前": "Horqin Right Front",
    "科尔沁右翼中": "Horqin Right Middle", "扎赉特": "Jalaid", "阿巴嘎": "Abag",
    "苏尼特左": "Sonid Left", "苏尼特右": "Sonid Right", "东乌珠穆沁": "East Ujimqin",
    "西乌珠穆沁": "West Ujimqin", "太仆寺": "Taibus", "阿拉善左": "Alxa Left",
    "阿拉善右": "Alxa Right", "额济纳": "Ejin", "阿鲁科尔沁": "Ar Horqin", "巴林左": "Bairin Left",
    "巴林右": "Bairin Right", "克什克腾": "Hexigten", "翁牛特": "Ongniud", "喀喇沁": "Harqin",
    "达尔罕茂明安联合": "Darhan Muminggan United", "科尔沁左翼中": "Horqin Left Middle",
    "科尔沁左翼后": "Horqin Left Rear", "库伦": "Hure", "扎鲁特": "Jarud", "达拉特": "Dalad",
    "准格尔": "Jungar", "鄂托克前": "Otog Front", "鄂托克": "Otog", "杭锦": "Hanggin",
    "乌审": "Uxin", "伊金霍洛": "Ejin Horo", "阿荣": "Arun", "莫力达瓦": "Morin Dawa",
    "鄂伦春": "Oroqen", "鄂温克族": "Ewenki", "陈巴尔虎": "Old Barag",
    "新巴尔虎左": "New Barag Left", "新巴尔虎右": "New Barag Right", "乌拉特前": "Urad Front",
    "乌拉特中": "Urad Middle", "乌拉特后": "Urad Rear", "杭锦后": "Hanggin Rear",
    "察哈尔右翼前": "Chahar Right Front", "察哈尔右翼中": "Chahar Right Middle",
    "察哈尔右翼后": "Chahar Right Rear",
    # Xinjiang
    "库尔勒": "Korla", "库车": "Kuqa", "阿克陶": "Akto", "阿合奇": "Akqi", "英吉沙": "Yengisar",
    "麦盖提": "Makit", "塔什库尔干": "Taxkorgan", "策勒": "Qira", "阿图什": "Artux",
    "和布克赛尔": "Hoboksar", "布尔津": "Burqin", "察布查尔": "Qapqal", "特克斯": "Tekes",
    "尼勒克": "Nilka", "吉木萨尔": "Jimsar", "玛纳斯": "Manas", "木垒": "Mori",
    "巴里坤": "Barkol", "托克逊": "Toksun", "阿拉尔": "Aral", "图木舒克": "Tumxuk",
    "霍尔果斯": "Khorgos", "可克达拉": "Kokdala", "奎屯": "Kuytun", "托里": "Toli",
    "阿瓦提": "Awat", "柯坪": "Kalpin", "吉木乃": "Jeminay",
    # Tibet
    "称多": "Chindu", "治多": "Zhidoi", "江孜": "Gyantse", "当雄": "Damxung", "林周": "Lhünzhub", "尼木": "Nyêmo", "曲水": "Qüxü",
    "墨竹工卡": "Maizhokunggar", "普兰": "Burang", "札达": "Zanda", "噶尔": "Gar",
    "日土": "Rutog", "桑珠孜": "Samzhubzê", "堆龙德庆": "Doilungdêqên", "达孜": "Dagzê",
    "卡若": "Karub", "墨脱": "Mêdog", "察隅": "Zayü", "定日": "Tingri", "聂拉木": "Nyalam",
    "吉隆": "Gyirong", "米林": "Mainling", "错那": "Cona",
}  # fmt: skip
"""Spellings that are no reading of the characters."""

ALIASES = {
    "呼和浩特": ["Huhehaote", "Huhhot"], "乌鲁木齐": ["Wulumuqi", "Urumchi"], "日喀则": ["Xigaze"],
    "喀什": ["Kashi"], "伊犁": ["Yili"], "广州": ["Canton"], "厦门": ["Amoy"], "汕头": ["Swatow"],
    "那曲": ["Naqu"], "昌都": ["Chamdo"], "林芝": ["Linzhi"], "呼伦贝尔": ["Hulun Buir"],
    "阿坝": ["Aba"], "甘孜": ["Ganzi", "Garze"], "青岛": ["Tsingtao"], "南京": ["Nanking"],
    "沈阳": ["Mukden"], "克拉玛依": ["Kelamayi"], "霍尔果斯": ["Horgos", "Korgas"],
    "莎车": ["Yarkant", "Yarkand"], "江孜": ["Gyangzê"], "百色": ["Bose"], "张家口": ["Kalgan"],
    "库车": ["Kucha"], "敦煌": ["Tunhuang"], "大连": ["Dairen"], "哈密": ["Kumul"],
    "疏附": ["Konaxahar"], "于田": ["Keriya"], "伽师": ["Payzawat"],
}  # fmt: skip
"""Further spellings."""
